#include "event_queue.hpp"

#include <new>

namespace rockettrainer {

void EventQueue::push(const StampedEvent& event) noexcept {
    // While older ones wait in the list, newer ones must not overtake them through the ring.
    const bool spilling = spilling_.load(std::memory_order_acquire);
    if (!spilling && ring_.push([&event](StampedEvent& slot) { slot = event; })) return;
    spill(event);
}

void EventQueue::spill(const StampedEvent& event) noexcept try {
    const std::lock_guard lock(mutex_);
    if (spilled_.size() < spill_size_) {
        spilled_.push_back(event);
    } else {
        lost_.fetch_add(1, std::memory_order_relaxed);
    }
    spilling_.store(true, std::memory_order_release);
} catch (const std::bad_alloc&) {
    lost_.fetch_add(1, std::memory_order_relaxed);
}

const StampedEvent* EventQueue::front() {
    if (!fetched_.empty()) return &fetched_.front();
    // Asked before the ring is: once it is true nothing more enters the ring, so an empty ring stays empty.
    const bool spilling = spilling_.load(std::memory_order_acquire);
    if (const StampedEvent* event = ring_.front()) return event;
    if (!spilling) return nullptr;
    const std::lock_guard lock(mutex_);
    fetched_.swap(spilled_);
    spilling_.store(false, std::memory_order_release);
    return fetched_.empty() ? nullptr : &fetched_.front();
}

void EventQueue::pop() noexcept {
    if (fetched_.empty()) {
        ring_.pop();
    } else {
        fetched_.pop_front();
    }
}

}  // namespace rockettrainer
