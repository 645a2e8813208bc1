// The clock that ticks and events are stamped with. Its definition is a library of its own (`core_clock`), so
// that a stand-in for the game can link one that it sets.
#pragma once

#include <cstdint>

namespace rockettrainer {

// Nanoseconds on a steady clock, whose start means nothing.
[[nodiscard]] std::int64_t now_ns() noexcept;

}  // namespace rockettrainer
