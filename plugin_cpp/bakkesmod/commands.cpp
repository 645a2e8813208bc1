#include "commands.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <variant>

#include "rockettrainer/clock.hpp"

namespace rockettrainer::adapter {

namespace {

// The game crashes if a map is loaded from within one of its events: let it finish first.
constexpr float kDelay_s = 0.1F;
constexpr float kMostCancel_s = 60;
constexpr std::int64_t kNever_ns = std::numeric_limits<std::int64_t>::max();
constexpr float kMostToast_s = 30;

float between(float seconds, float least, float most) {
    return std::isfinite(seconds) ? std::clamp(seconds, least, most) : most;
}

template <std::size_t Size>
std::string string(const Text<Size>& text) {
    return std::string(text.view());
}

}  // namespace

void Commands::drain() {
    link_.poll_commands([this](const Command& command) { act(command); });
    load_when_due();
}

void Commands::act(const Command& command) {
    if (const auto* toast = std::get_if<Toast>(&command.body)) return show(command.id, *toast);
    announce(command.id, std::get<LoadTrainingPack>(command.body));
}

void Commands::show(const CommandId& id, const Toast& toast) {
    if (!settings_.toasts) return link_.answer(id, Outcome::refused, "messages are switched off in the game");
    const float seconds = between(toast.seconds, 1, kMostToast_s);
    game_.Toast(string(toast.title), string(toast.text), "default", seconds);
    link_.answer(id, Outcome::done, {});
}

std::optional<const char*> Commands::forbidden(const Text<19>& code) const {
    if (!is_training_code(code.view())) return "that is not the code of a training pack";
    if (!settings_.autoload) return "loading packs is switched off in the game";
    if (!game_.IsInOnlineGame()) return std::nullopt;
    ServerWrapper server = game_.GetCurrentGameState();
    if (!server.IsNull() && server.GetbMatchEnded() != 0) return std::nullopt;
    return "an online match is being played";
}

void Commands::announce(const CommandId& id, const LoadTrainingPack& load) {
    if (const auto reason = forbidden(load.code)) return link_.answer(id, Outcome::refused, *reason);
    if (waiting_) return link_.answer(id, Outcome::refused, "another pack is about to be loaded");
    const float seconds = between(load.cancel_s, 0, kMostCancel_s);
    waiting_ = Waiting{++turns_, id, load.code, now_ns() + static_cast<std::int64_t>(double{seconds} * 1e9)};
    game_.Toast(
        "Training: " + string(load.title.empty() ? Text<128>(load.code.view()) : load.title),
        "Loads in " + std::to_string(std::lround(std::ceil(seconds))) + " s. rockettrainer_cancel keeps you here.",
        "default", seconds);
}

// The game is asked to call back only now: a call that waits for a minute might find the plugin's code gone.
void Commands::load_when_due() {
    if (!waiting_ || now_ns() < waiting_->due_ns) return;
    waiting_->due_ns = kNever_ns;
    game_.SetTimeout(
        [alive = std::weak_ptr(alive_), turn = waiting_->turn](GameWrapper*) {
            if (const auto commands = alive.lock()) (*commands)->load(turn);
        },
        kDelay_s);
}

void Commands::load(std::uint64_t turn) {
    if (!waiting_ || waiting_->turn != turn) return;
    const Waiting wanted = *waiting_;
    waiting_.reset();
    if (const auto reason = forbidden(wanted.code)) return link_.answer(wanted.id, Outcome::refused, *reason);
    cvars_.executeCommand("load_training " + string(wanted.code));
    link_.answer(wanted.id, Outcome::done, {});
}

void Commands::cancel(const char* reason) {
    if (!waiting_) return;
    link_.answer(waiting_->id, Outcome::cancelled, reason);
    waiting_.reset();
}

}  // namespace rockettrainer::adapter
