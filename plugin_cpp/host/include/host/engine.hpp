// What the host offers to a plugin besides the field: hooks, console, variables, timeouts, messages.
//
// The rules are the real host's: one hook for an event and a side (before, after) of a plugin, a second is ignored
// without a word; what is to run later runs on the game's thread, in `frame`.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "host/state.hpp"

class CVarWrapper;
class GameWrapper;

namespace BakkesMod::Plugin {
class BakkesModPlugin;
}

namespace host {

// The plugin that is linked in; `BAKKESMOD_PLUGIN` defines it.
std::shared_ptr<BakkesMod::Plugin::BakkesModPlugin> make_plugin();

// Sets the clock of `rockettrainer::now_ns`.
void set_clock_ns(std::int64_t ns);

struct CVar {
    std::string name, value;
    std::function<void(std::string, CVarWrapper)> changed;
};

struct ToastMessage {
    std::string title, text;
    float seconds = 0;
};

using Hook = std::function<void(std::uintptr_t caller, void* params, std::string event)>;
using Later = std::function<void(GameWrapper*)>;
using Notifier = std::function<void(std::vector<std::string>)>;

// How the game is played: what the game wrapper's questions are answered from.
enum class Mode : std::uint8_t { none, freeplay, training, exhibition, online, replay };

struct Engine {
    Mode mode = Mode::none;
    std::string map;
    bool paused = false;
    Physics physics{{true}};
    Game game;

    std::map<std::string, Hook> hooks, hooks_post;
    std::map<std::string, CVar> cvars;
    std::map<std::string, std::string> saved;  // values of variables that a configuration file remembers
    std::map<std::string, Notifier> notifiers;
    std::vector<std::string> console, log;
    std::vector<ToastMessage> toasts;

    // Calls what listens to `event`, before and after.
    void fire(const std::string& event, std::uintptr_t caller = 0, void* params = nullptr);

    void set_timeout(Later what, float seconds);
    void execute(Later what);  // from any thread
    // Runs what is due.
    void run_due(GameWrapper* game_wrapper);
    [[nodiscard]] std::size_t waiting() const { return timeouts_.size(); }
    void forget_plugin();

 private:
    struct Timeout {
        std::int64_t due_ns;
        Later what;
    };

    std::list<Timeout> timeouts_;
    std::mutex executes_lock_;
    std::vector<Later> executes_;
};

}  // namespace host
