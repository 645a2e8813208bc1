// Carries commands from the worker to the game thread, few at a time.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "rockettrainer/commands.hpp"
#include "rockettrainer/spsc_ring.hpp"

namespace rockettrainer {

// Takes at most 8 that wait, and at most 10 within 10 s: a person can follow no more, and a server that sends more
// is out of order.
class CommandQueue {
 public:
    using Time = std::chrono::steady_clock::time_point;

    // Worker: takes the command, or says why not.
    [[nodiscard]] std::optional<std::string_view> offer(const Command& command, Time now) noexcept;

    // Game thread: the oldest; never waits.
    [[nodiscard]] std::optional<Command> take() noexcept;

 private:
    static constexpr std::size_t kMostWaiting = 8;
    static constexpr std::size_t kMostTaken = 10;
    static constexpr std::chrono::seconds kSpan{10};

    SpscRing<Command> ring_{kMostWaiting};
    std::array<Time, kMostTaken> taken_{};  // when the last ones came, in turns
    std::size_t count_ = 0;
};

}  // namespace rockettrainer
