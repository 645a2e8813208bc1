#include "rockettrainer/spsc_ring.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <thread>

namespace rockettrainer {
namespace {

bool put(SpscRing<int>& ring, int value) {
    return ring.push([value](int& slot) { slot = value; });
}

TEST(SpscRingTest, GivesBackInOrder) {
    SpscRing<int> ring(4);
    EXPECT_EQ(ring.front(), nullptr);
    for (int value = 0; value < 3; ++value) EXPECT_TRUE(put(ring, value));
    EXPECT_EQ(ring.size(), 3U);
    for (int value = 0; value < 3; ++value) {
        ASSERT_NE(ring.front(), nullptr);
        EXPECT_EQ(*ring.front(), value);
        ring.pop();
    }
    EXPECT_EQ(ring.front(), nullptr);
}

TEST(SpscRingTest, TakesNoMoreThanItHolds) {
    SpscRing<int> ring(4);
    for (int value = 0; value < 4; ++value) EXPECT_TRUE(put(ring, value));
    EXPECT_FALSE(put(ring, 4));
    ring.pop();
    EXPECT_TRUE(put(ring, 5));
    EXPECT_FALSE(put(ring, 6));
    EXPECT_EQ(*ring.front(), 1);
}

TEST(SpscRingTest, RoundsUpToAPowerOfTwo) {
    SpscRing<int> ring(5);
    for (int value = 0; value < 8; ++value) EXPECT_TRUE(put(ring, value));
    EXPECT_FALSE(put(ring, 8));
}

// A slot is wide, so that a torn one would show; and the ring is small, so that it runs full and empty often.
TEST(SpscRingTest, HandsOverWholeSlotsBetweenThreads) {
    using Slot = std::array<std::uint64_t, 8>;
    constexpr std::uint64_t kCount = 50'000;
    SpscRing<Slot> ring(16);
    std::uint64_t refused = 0;
    std::thread producer([&] {
        for (std::uint64_t value = 1; value <= kCount;) {
            if (ring.push([value](Slot& slot) { slot.fill(value); })) {
                ++value;
            } else {
                ++refused;
                std::this_thread::yield();
            }
        }
    });
    std::uint64_t torn = 0;
    for (std::uint64_t value = 1; value <= kCount;) {
        const Slot* slot = ring.front();
        if (slot == nullptr) {
            std::this_thread::yield();
            continue;
        }
        for (const std::uint64_t part : *slot) torn += part != value;
        ring.pop();
        ++value;
    }
    producer.join();
    EXPECT_EQ(torn, 0U);
    EXPECT_GT(refused, 0U);
    EXPECT_EQ(ring.front(), nullptr);
}

}  // namespace
}  // namespace rockettrainer
