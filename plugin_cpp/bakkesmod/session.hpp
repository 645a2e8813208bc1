// One game from its beginning to its end: what is remembered of it, and what its hooks lead to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "happenings.hpp"
#include "phases.hpp"
#include "roster.hpp"
#include "sampler.hpp"
#include "sdk.hpp"
#include "training.hpp"

namespace rockettrainer::adapter {

class Session {
 public:
    Session(GameWrapper& game, Link& link, SessionKind kind) : game_(game), link_(link), kind_(kind) {}

    // Before a car moves, once for each car: the first of a physics tick is the one that counts.
    void car_moves(int rate_hz);
    // A frame is drawn. Where no car moved (a replay is watched, nobody is on the field), it stands in for a tick.
    void frame_drawn(int rate_hz);

    void countdown_began();
    void round_began();
    void goal_replay(bool begins);
    void touched(CarWrapper& car);
    void scored(BallWrapper& ball, GoalWrapper& goal);
    void ball_exploded();
    void overtime_changed(ServerWrapper& server);
    void pause_changed();
    void attempt_began();
    // Says who won, and has the replay saved into `folder`; in words what went wrong with that.
    [[nodiscard]] std::string match_ended(ServerWrapper& server, const std::filesystem::path& folder);
    void ends();

    [[nodiscard]] bool has_ended() const { return phases_.ended(); }
    [[nodiscard]] Happenings& happenings() { return happenings_; }

 private:
    [[nodiscard]] bool is_match() const;
    [[nodiscard]] std::int32_t physics_frame();
    void record(std::int32_t physics_frame);

    GameWrapper& game_;
    Link& link_;
    SessionKind kind_;
    Phases phases_;
    Roster roster_{link_};
    Happenings happenings_{link_, roster_};
    Training training_{link_};
    Tick tick_{};  // recorded last
    bool overtime_ = false;
    bool paused_ = false;
};

}  // namespace rockettrainer::adapter
