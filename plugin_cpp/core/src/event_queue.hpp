// Carries events from the game thread to the worker, and loses none.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>

#include "rockettrainer/events.hpp"
#include "rockettrainer/spsc_ring.hpp"

namespace rockettrainer {

// A ring with room for minutes of play; `push` neither locks nor allocates while it has room. Only where the worker
// has stood still for that long does an event go to a list behind a lock: better a moment's wait in a game that
// hangs anyway than a goal nobody counts. The list is bounded too; what it cannot take is counted.
class EventQueue {
 public:
    explicit EventQueue(std::size_t ring = 4'096, std::size_t spill = 65'536) : ring_(ring), spill_size_(spill) {}

    // Producer.
    void push(const StampedEvent& event) noexcept;

    // Consumer: the oldest, until `pop`; null if there is none.
    [[nodiscard]] const StampedEvent* front();
    void pop() noexcept;

    // Consumer: how many were lost since this was last asked.
    [[nodiscard]] std::uint64_t take_lost() noexcept { return lost_.exchange(0, std::memory_order_relaxed); }

 private:
    void spill(const StampedEvent& event) noexcept;

    SpscRing<StampedEvent> ring_;
    std::size_t spill_size_;
    std::deque<StampedEvent> fetched_;  // the consumer's: what was spilled, older than all in the ring

    std::atomic<bool> spilling_{false};  // from the first that found no room until the list is fetched
    std::atomic<std::uint64_t> lost_{0};
    std::mutex mutex_;
    std::deque<StampedEvent> spilled_;  // under the mutex
};

}  // namespace rockettrainer
