// What the server asks of the game, done on the game's thread, and refused where it must be.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "rockettrainer/link.hpp"
#include "sdk.hpp"
#include "settings.hpp"

namespace rockettrainer::adapter {

class Commands {
 public:
    Commands(GameWrapper& game, CVarManagerWrapper& cvars, Link& link, const Settings& settings)
        : game_(game), cvars_(cvars), link_(link), settings_(settings) {}

    // Takes what has come, and does what is due; once a frame.
    void drain();
    // The person does not want the pack that is about to be loaded.
    void cancel(const char* reason);

 private:
    struct Waiting {
        std::uint64_t turn = 0;
        CommandId id;
        Text<19> code;
        std::int64_t due_ns = 0;
    };

    void act(const Command& command);
    void show(const CommandId& id, const Toast& toast);
    void announce(const CommandId& id, const LoadTrainingPack& load);
    void load_when_due();
    void load(std::uint64_t turn);
    [[nodiscard]] std::optional<const char*> forbidden(const Text<19>& code) const;

    GameWrapper& game_;
    CVarManagerWrapper& cvars_;
    Link& link_;
    const Settings& settings_;
    std::optional<Waiting> waiting_;
    std::uint64_t turns_ = 0;
    // Timeouts hold it weakly: one that comes after the plugin is gone does nothing.
    std::shared_ptr<Commands*> alive_ = std::make_shared<Commands*>(this);
};

}  // namespace rockettrainer::adapter
