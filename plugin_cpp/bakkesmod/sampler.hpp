// Fills a tick from what the game says. Every wrapper is read once; nothing here allocates or waits.
#pragma once

#include "rockettrainer/tick.hpp"
#include "roster.hpp"
#include "sdk.hpp"

namespace rockettrainer::adapter {

// What the game as a whole does, besides its own flags.
struct Surroundings {
    SessionKind kind = SessionKind::unknown;
    Phase phase = Phase::unknown;
    std::int32_t physics_frame = -1;
    std::int64_t time_ns = 0;
};

// Takes one tick; whoever came or left is announced through `roster`, and regained flips through `link`.
void sample(ServerWrapper& server, const Surroundings& surroundings, Roster& roster, Link& link, Tick& tick);

}  // namespace rockettrainer::adapter
