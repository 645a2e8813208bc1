// What happens on the field: each thing calls the hooks that the game calls.
#include "host/host.hpp"

namespace host {

namespace {

using rockettrainer::Phase;

struct HitGoal {
    std::uintptr_t goal;
    Vector place;
};

struct TickerMessage {
    std::uintptr_t receiver, victim, stat;
};

}  // namespace

void Host::leave_phase() {
    if (phase_ == Phase::goal_replay) fire_game("Function GameEvent_Soccar_TA.ReplayPlayback.EndState");
    engine_.game.ended = false;
}

void Host::enter(Phase phase) {
    if (phase == phase_) return;
    if (phase == Phase::paused) return pause(true);
    // Whoever goes on after a pause has not begun anew.
    const bool resumed = before_pause_ == phase;
    if (phase_ == Phase::paused) pause(false);
    if (resumed) return;
    leave_phase();
    phase_ = phase;
    engine_.game.round_active = phase == Phase::active;
    switch (phase) {
        case Phase::countdown:
            return fire_game("Function GameEvent_Soccar_TA.Countdown.BeginState");
        case Phase::active:
            return fire_game("Function GameEvent_Soccar_TA.Active.StartRound");
        case Phase::goal:
            return engine_.fire("Function TAGame.Ball_TA.Explode", address(&engine_.game.ball));
        case Phase::goal_replay:
            return fire_game("Function GameEvent_Soccar_TA.ReplayPlayback.BeginState");
        case Phase::ended:
            engine_.game.ended = true;
            return fire_game("Function TAGame.GameEvent_Soccar_TA.EventMatchEnded");
        default:
            return;
    }
}

void Host::goal_replay(bool begin) {
    enter(begin ? Phase::goal_replay : Phase::waiting);
}

void Host::pause(bool paused) {
    if (paused == before_pause_.has_value()) return;
    if (paused) {
        before_pause_ = phase_;
        phase_ = Phase::paused;
    } else {
        phase_ = *before_pause_;
        before_pause_.reset();
    }
    engine_.paused = paused;
    engine_.fire("Function Engine.WorldInfo.EventPauseChanged");
}

void Host::end_match(int winner) {
    engine_.game.winner = winner;
    enter(Phase::ended);
}

void Host::overtime() {
    engine_.game.overtime = true;
    fire_game("Function TAGame.GameEvent_Soccar_TA.OnOvertimeUpdated");
}

void Host::touch(int seat) {
    engine_.game.ball_hit = true;
    engine_.game.ball.hit_team = pri(seat).team;
    engine_.fire("Function TAGame.Car_TA.EventHitBall", address(&pri(seat).car));
}

void Host::goal(int seat, int team) {
    Goal goal{{true}, static_cast<unsigned char>(1 - team)};
    HitGoal params{address(&goal), engine_.game.ball.state.Location};
    engine_.fire("Function TAGame.Ball_TA.OnHitGoal", address(&engine_.game.ball), &params);
    if (seat >= 0 && !engine_.game.unlimited) stat(seat, "Goal");
}

void Host::stat(int seat, const std::string& name, int other) {
    StatEvent stat{{true}, name};
    TickerMessage message{pri_address(seat), pri_address(other), address(&stat)};
    engine_.fire("Function TAGame.GFxHUD_TA.HandleStatTickerMessage", 0, &message);
}

void Host::demolish(int attacker, int victim) {
    stat(attacker, "Demolish", victim);
}

Pad& Host::pad(const Vector& position, bool big) {
    for (Pad& pad : pads_) {
        if (pad.location == position) return pad;
    }
    return pads_.emplace_back(Pad{{true}, position, big});
}

void Host::take_pad(int seat, const Vector& position, bool big) {
    Pad& taken = pad(position, big);
    if (seat >= 0) {
        std::uintptr_t params = address(&pri(seat).car);
        engine_.fire("Function TAGame.VehiclePickup_Boost_TA.Pickup", address(&taken), &params);
    }
    engine_.fire("Function VehiclePickup_Boost_TA.Idle.EndState", address(&taken));
}

void Host::pad_back(const Vector& position, bool big) {
    engine_.fire("Function VehiclePickup_Boost_TA.Idle.BeginState", address(&pad(position, big)));
}

void Host::set_replay(bool exists, bool corrupt) {
    engine_.game.director.alive = exists;
    engine_.game.director.replay.corrupt = corrupt;
}

void Host::set_training_pack(const std::string& code, const std::string& name, int shots,
                             const std::string& creator) {
    engine_.game.pack = {{true}, code, name, creator, shots};
}

}  // namespace host
