#include "host/engine.hpp"

#include <utility>

#include "rockettrainer/clock.hpp"

namespace host {

void Engine::fire(const std::string& event, std::uintptr_t caller, void* params) {
    for (auto* side : {&hooks, &hooks_post}) {
        // Looked up each time: a hook may let go of others, or of itself.
        if (const auto found = side->find(event); found != side->end()) {
            const Hook& hook = found->second;
            hook(caller, params, event);
        }
    }
}

void Engine::set_timeout(Later what, float seconds) {
    timeouts_.push_back(
        {rockettrainer::now_ns() + static_cast<std::int64_t>(double{seconds} * 1e9), std::move(what)});
}

void Engine::execute(Later what) {
    const std::lock_guard lock(executes_lock_);
    executes_.push_back(std::move(what));
}

void Engine::run_due(GameWrapper* game_wrapper) {
    std::vector<Later> due;
    {
        const std::lock_guard lock(executes_lock_);
        due.swap(executes_);
    }
    const std::int64_t now = rockettrainer::now_ns();
    for (auto timeout = timeouts_.begin(); timeout != timeouts_.end();) {
        if (timeout->due_ns > now) {
            ++timeout;
            continue;
        }
        due.push_back(std::move(timeout->what));
        timeout = timeouts_.erase(timeout);
    }
    for (const Later& what : due) what(game_wrapper);
}

void Engine::forget_plugin() {
    for (const auto& [name, cvar] : cvars) saved[name] = cvar.value;
    cvars.clear();
    notifiers.clear();
}

}  // namespace host
