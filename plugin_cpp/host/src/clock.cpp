// The clock of the stand-in, which stands still unless it is set.
#include "rockettrainer/clock.hpp"

#include <atomic>

#include "host/engine.hpp"

namespace {

std::atomic<std::int64_t> clock_ns{1'000'000'000};

}  // namespace

namespace host {

void set_clock_ns(std::int64_t ns) {
    clock_ns.store(ns, std::memory_order_relaxed);
}

}  // namespace host

namespace rockettrainer {

std::int64_t now_ns() noexcept {
    return clock_ns.load(std::memory_order_relaxed);
}

}  // namespace rockettrainer
