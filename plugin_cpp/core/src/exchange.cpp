#include "exchange.hpp"

namespace rockettrainer {

void Exchange::log_events() {
    while (const StampedEvent* event = events.front()) {
        log.add(*event);
        events.pop();
    }
    if (const std::uint64_t lost = events.take_lost(); lost > 0) log.lose(lost);
    counters.events_waiting.store(log.size(), std::memory_order_relaxed);
    counters.events_lost.store(log.lost(), std::memory_order_relaxed);
}

void Exchange::forget_ticks() noexcept {
    while (ticks.front() != nullptr) ticks.pop();
}

}  // namespace rockettrainer
