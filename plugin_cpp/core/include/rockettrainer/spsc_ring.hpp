// A bounded queue between one thread that puts and one that takes. Neither ever waits.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace rockettrainer {

// The memory is taken and touched once, at construction. Each side keeps its index, and what it last saw of the
// other's, on a cache line of its own, so that the sides disturb each other only when the ring looks full or empty.
template <typename T>
class SpscRing {
 public:
    // `capacity` is rounded up to a power of two.
    explicit SpscRing(std::size_t capacity) : slots_(std::bit_ceil(capacity)) {}

    // Producer: lets `fill(T&)` write the next slot and hands it over; false, with nothing done, if there is none.
    // The slot still holds what an earlier round left in it.
    template <typename Fill>
    [[nodiscard]] bool push(Fill&& fill) noexcept {
        const std::size_t put = put_.load(std::memory_order_relaxed);
        if (put - taken_seen_ == slots_.size()) {
            taken_seen_ = taken_.load(std::memory_order_acquire);
            if (put - taken_seen_ == slots_.size()) return false;
        }
        std::forward<Fill>(fill)(slots_[put & (slots_.size() - 1)]);
        put_.store(put + 1, std::memory_order_release);
        return true;
    }

    // Consumer: the oldest, to be looked at until `pop`; null if there is none.
    [[nodiscard]] const T* front() noexcept {
        const std::size_t taken = taken_.load(std::memory_order_relaxed);
        if (taken == put_seen_ && size() == 0) return nullptr;
        return &slots_[taken & (slots_.size() - 1)];
    }

    // Consumer: gives the slot of `front` back.
    void pop() noexcept { taken_.store(taken_.load(std::memory_order_relaxed) + 1, std::memory_order_release); }

    // Consumer: how many can be taken now.
    [[nodiscard]] std::size_t size() noexcept {
        put_seen_ = put_.load(std::memory_order_acquire);
        return put_seen_ - taken_.load(std::memory_order_relaxed);
    }

 private:
    static constexpr std::size_t kCacheLine = 64;

    std::vector<T> slots_;
    alignas(kCacheLine) std::atomic<std::size_t> put_{0};
    std::size_t taken_seen_ = 0;
    alignas(kCacheLine) std::atomic<std::size_t> taken_{0};
    std::size_t put_seen_ = 0;
};

}  // namespace rockettrainer
