// Times each call on its own, for Google Benchmark gives means only, and a game feels the worst tick.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace rockettrainer::bench {

// What a tick of 8 cars may cost the game's thread: of the 8.3 ms between two, too little to be seen.
inline constexpr double kTickMedian_us = 1;
inline constexpr double kTickWorst_us = 5;  // of 99 in 100

// Reading the clock twice costs some 40 ns, which every figure includes.
class Percentiles {
 public:
    Percentiles() { nanoseconds_.reserve(kMost); }

    template <typename Call>
    void time(benchmark::State& state, Call&& call) {
        using Clock = std::chrono::steady_clock;
        const auto before = Clock::now();
        call();
        const auto spent = Clock::now() - before;
        state.SetIterationTime(std::chrono::duration<double>(spent).count());
        if (nanoseconds_.size() < kMost)
            nanoseconds_.push_back(std::chrono::duration<double, std::nano>(spent).count());
    }

    // Writes the percentiles, in microseconds, beside Google Benchmark's mean.
    void report(benchmark::State& state) {
        state.counters["p50_us"] = at(0.50);
        state.counters["p99_us"] = at(0.99);
    }

    // The same for what is done in every tick, beside what that may cost.
    void report_tick(benchmark::State& state) {
        report(state);
        const bool met = at(0.50) <= kTickMedian_us && at(0.99) <= kTickWorst_us;
        state.SetLabel(met ? "p50 <= 1 us, p99 <= 5 us: met" : "p50 <= 1 us, p99 <= 5 us: MISSED");
    }

 private:
    static constexpr std::size_t kMost = 1'000'000;

    [[nodiscard]] double at(double share) {
        if (nanoseconds_.empty()) return 0;
        const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(nanoseconds_.size() - 1));
        std::nth_element(nanoseconds_.begin(), nanoseconds_.begin() + place, nanoseconds_.end());
        return nanoseconds_[static_cast<std::size_t>(place)] / 1'000;
    }

    std::vector<double> nanoseconds_;
};

}  // namespace rockettrainer::bench
