// Which phase of play a match is in, from what the game announced last and from its flags.
#pragma once

#include <cstdint>

#include "rockettrainer/tick.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

class Phases {
 public:
    void countdown_began() { latest_ = Latest::countdown; }
    void round_began() { latest_ = Latest::round; }
    // Balls explode in goal replays, too.
    void ball_exploded() {
        if (latest_ == Latest::round) latest_ = Latest::explosion;
    }
    void goal_replay_began() { latest_ = Latest::goal_replay; }
    void goal_replay_ended() { latest_ = Latest::round; }
    void match_ended() { latest_ = Latest::end; }

    [[nodiscard]] bool in_goal_replay() const { return latest_ == Latest::goal_replay; }
    [[nodiscard]] bool ended() const { return latest_ == Latest::end; }

    [[nodiscard]] Phase now(ServerWrapper& server, bool paused) const {
        if (paused) return Phase::paused;
        if (ended() || server.GetbMatchEnded() != 0) return Phase::ended;
        switch (latest_) {
            case Latest::countdown:
                return Phase::countdown;
            case Latest::explosion:
                return Phase::goal;
            case Latest::goal_replay:
                return Phase::goal_replay;
            default:
                return server.GetbRoundActive() != 0 ? Phase::active : Phase::waiting;
        }
    }

 private:
    enum class Latest : std::uint8_t { round, countdown, explosion, goal_replay, end };

    Latest latest_ = Latest::round;
};

}  // namespace rockettrainer::adapter
