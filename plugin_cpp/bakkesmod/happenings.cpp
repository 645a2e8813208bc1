#include "happenings.hpp"

#include <cmath>
#include <span>
#include <string>

namespace rockettrainer::adapter {

namespace {

// A pad's own fact that tells the two kinds apart on any scale of boost: big ones take 10 s to come back, others 4 s.
constexpr float kBigRespawn_s = 7;

float distance(const std::array<float, 3>& a, const std::array<float, 3>& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

bool is_big(BoostPickupWrapper& pad) {
    return pad.GetRespawnDelay() > kBigRespawn_s;
}

float boost_of(CarWrapper& car) {
    BoostWrapper boost = car.GetBoostComponent();
    return boost.IsNull() ? kUnknown : boost.GetCurrentBoostAmount() * 100;
}

}  // namespace

void Happenings::touched(CarWrapper& car, BallWrapper& ball, const TickHeader& before) {
    if (car.IsNull() || touches_.count == touches_.items.size()) return;
    const std::int8_t player = roster_.player(car.GetPRI());
    touched_last_ = player;
    WaitingTouch& waiting = touches_.items[touches_.count++];
    waiting.touch = {.player = player, .team = roster_.team(player)};
    if (!ball.IsNull()) waiting.touch.position = xyz(ball.GetLocation());
    waiting.velocity_before = before.ball_velocity;
}

void Happenings::scored(BallWrapper& ball, GoalWrapper& goal) {
    goal_ = Goal{};
    credited_ = -1;
    if (!goal.IsNull()) goal_->team = team_number(1 - goal.GetTeamNum());
    if (ball.IsNull()) return;
    goal_->position = xyz(ball.GetLocation());
    goal_->speed_uu_s = ball.GetVelocity().magnitude();
}

void Happenings::stat(PriWrapper receiver, PriWrapper victim, StatEventWrapper& stat) {
    if (stat.IsNull()) return;
    const std::string name = stat.GetEventName();
    const std::int8_t player = roster_.player(receiver), other = roster_.player(victim);
    if (name == "Goal") credited_ = player;
    if (name == "Demolish") {
        Demolition demolition{.player = player, .other = other};
        if (!victim.IsNull()) {
            if (CarWrapper car = victim.GetCar(); !car.IsNull()) demolition.position = xyz(car.GetLocation());
        }
        link_.emit(demolition);
    }
    link_.emit(Stat{player, name, other});
}

Happenings::WaitingPad* Happenings::waiting_pad(BoostPickupWrapper& pad) {
    for (WaitingPad& waiting : std::span(pads_.items.data(), pads_.count)) {
        if (waiting.pad == pad.memory_address) return &waiting;
    }
    if (pads_.count == pads_.items.size()) return nullptr;
    WaitingPad& waiting = pads_.items[pads_.count++];
    waiting = {pad.memory_address, {.player = -1, .position = xyz(pad.GetLocation()), .big = is_big(pad)}};
    return &waiting;
}

void Happenings::pad_picked_up(BoostPickupWrapper& pad, CarWrapper& car) {
    if (pad.IsNull() || car.IsNull()) return;
    WaitingPad* waiting = waiting_pad(pad);
    if (waiting == nullptr) return;
    waiting->taken.player = roster_.player(car.GetPRI());
    waiting->taken.boost_before = boost_of(car);
}

void Happenings::pad_gone(BoostPickupWrapper& pad) {
    if (!pad.IsNull()) static_cast<void>(waiting_pad(pad));
}

void Happenings::pad_back(BoostPickupWrapper& pad) {
    if (!pad.IsNull()) link_.emit(PadBack{xyz(pad.GetLocation()), is_big(pad)});
}

// Where the game credits nobody: whoever touched the ball last, unless that was an opponent of the goal.
std::int8_t Happenings::likely_scorer(std::int8_t team) const {
    return touched_last_ >= 0 && roster_.team(touched_last_) == team ? touched_last_ : std::int8_t{-1};
}

void Happenings::settle(const TickHeader* now) {
    for (WaitingTouch& waiting : std::span(touches_.items.data(), touches_.count)) {
        if (now != nullptr)
            waiting.touch.speed_change_uu_s = distance(now->ball_velocity, waiting.velocity_before);
        link_.emit(waiting.touch);
    }
    for (const WaitingPad& waiting : std::span(pads_.items.data(), pads_.count)) link_.emit(waiting.taken);
    touches_.count = pads_.count = 0;
    if (goal_) {
        goal_->player = credited_ >= 0 ? credited_ : likely_scorer(goal_->team);
        link_.emit(*goal_);
        goal_.reset();
    }
}

}  // namespace rockettrainer::adapter
