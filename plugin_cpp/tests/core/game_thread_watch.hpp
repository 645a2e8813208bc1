// Counts what a game thread must not do: take memory or give it back, lock, or wait. Counts for the calling thread,
// from construction to destruction, by standing in front of the C library's functions.
#pragma once

#include <cstdint>

namespace rockettrainer {

class GameThreadWatch {
 public:
    GameThreadWatch() noexcept;
    ~GameThreadWatch();
    GameThreadWatch(const GameThreadWatch&) = delete;
    GameThreadWatch& operator=(const GameThreadWatch&) = delete;

    [[nodiscard]] std::uint64_t allocations() const noexcept;  // and frees
    [[nodiscard]] std::uint64_t locks() const noexcept;        // and waits, and wake-ups of others
};

}  // namespace rockettrainer
