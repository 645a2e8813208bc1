// How long to wait until the next try to connect.
#pragma once

#include <algorithm>
#include <chrono>
#include <random>

namespace rockettrainer {

struct BackoffTimes {
    std::chrono::milliseconds first{250};
    std::chrono::milliseconds most{10'000};
    std::chrono::milliseconds refused{60'000};  // the server does not want us, and will not soon
};

// Doubles from try to try. Up to half of a wait is left out at random, so that several do not call in step.
class Backoff {
 public:
    explicit Backoff(BackoffTimes times) : times_(times), next_(times.first), random_(std::random_device{}()) {}

    [[nodiscard]] std::chrono::milliseconds after_failure() {
        const auto wait = next_;
        next_ = std::min(next_ * 2, times_.most);
        return shortened(wait);
    }
    [[nodiscard]] std::chrono::milliseconds after_refusal() { return shortened(times_.refused); }
    void reset() noexcept { next_ = times_.first; }

 private:
    [[nodiscard]] std::chrono::milliseconds shortened(std::chrono::milliseconds wait) {
        std::uniform_int_distribution<std::chrono::milliseconds::rep> part(wait.count() / 2, wait.count());
        return std::chrono::milliseconds(part(random_));
    }

    BackoffTimes times_;
    std::chrono::milliseconds next_;
    std::minstd_rand random_;
};

}  // namespace rockettrainer
