// What hooks tell of play: touches, goals, demolitions, pads.
//
// Some of it takes two hooks, or the ball's velocity afterwards, and waits for the next tick. Fixed in size, so that
// nothing is allocated in the middle of a game.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "rockettrainer/link.hpp"
#include "roster.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

class Happenings {
 public:
    Happenings(Link& link, const Roster& roster) : link_(link), roster_(roster) {}

    // `before` is the tick recorded last.
    void touched(CarWrapper& car, BallWrapper& ball, const TickHeader& before);
    // `goal` is the one the ball went into.
    void scored(BallWrapper& ball, GoalWrapper& goal);
    void stat(PriWrapper receiver, PriWrapper victim, StatEventWrapper& stat);
    // A car drives onto a pad: the pad is given first by this, then by its end of waiting. A guest's game tells only
    // the latter.
    void pad_picked_up(BoostPickupWrapper& pad, CarWrapper& car);
    void pad_gone(BoostPickupWrapper& pad);
    void pad_back(BoostPickupWrapper& pad);

    // Emits what waits; `now` is the tick about to be recorded, null where no more will come.
    void settle(const TickHeader* now);

 private:
    struct WaitingTouch {
        Touch touch;
        std::array<float, 3> velocity_before;
    };
    struct WaitingPad {
        std::uintptr_t pad = 0;
        PadTaken taken;
    };
    template <typename T>
    struct Few {
        std::array<T, 8> items{};
        std::size_t count = 0;
    };

    [[nodiscard]] WaitingPad* waiting_pad(BoostPickupWrapper& pad);
    [[nodiscard]] std::int8_t likely_scorer(std::int8_t team) const;

    Link& link_;
    const Roster& roster_;
    Few<WaitingTouch> touches_;
    Few<WaitingPad> pads_;
    std::optional<Goal> goal_;
    std::int8_t credited_ = -1;      // by the stat that belongs to `goal_`
    std::int8_t touched_last_ = -1;  // player
};

}  // namespace rockettrainer::adapter
