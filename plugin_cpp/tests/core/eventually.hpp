// Waits for what another thread is about to do.
#pragma once

#include <chrono>
#include <thread>

namespace rockettrainer {

// Whether it came true; gives up after half a minute, which only a broken program needs.
template <typename Condition>
[[nodiscard]] bool eventually(Condition&& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

}  // namespace rockettrainer
