#include "rockettrainer/clock.hpp"

#include <chrono>

namespace rockettrainer {

std::int64_t now_ns() noexcept {
    using std::chrono::duration_cast, std::chrono::nanoseconds, std::chrono::steady_clock;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace rockettrainer
