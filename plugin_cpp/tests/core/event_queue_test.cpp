#include "event_queue.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace rockettrainer {
namespace {

StampedEvent numbered(std::uint32_t seq) {
    return {.session = 1, .seq = seq, .time_ns = 0, .event = Countdown{}};
}

TEST(EventQueueTest, KeepsTheOrderThroughItsList) {
    EventQueue queue(4);
    std::uint32_t put = 0;
    for (; put < 10; ++put) queue.push(numbered(put));  // six too many for the ring
    std::uint32_t taken = 0;
    for (; taken < 3; ++taken) {
        ASSERT_EQ(queue.front()->seq, taken);
        queue.pop();
    }
    for (; put < 12; ++put) queue.push(numbered(put));  // the ring has room again, older ones wait in the list
    while (const StampedEvent* event = queue.front()) {
        EXPECT_EQ(event->seq, taken++);
        queue.pop();
        if (put < 20) queue.push(numbered(put++));
    }
    EXPECT_EQ(taken, 20U);
    EXPECT_EQ(queue.take_lost(), 0U);
}

TEST(EventQueueTest, CountsWhatItsListCannotTake) {
    EventQueue queue(4, 6);
    for (std::uint32_t seq = 0; seq < 13; ++seq) queue.push(numbered(seq));
    EXPECT_EQ(queue.take_lost(), 3U);
    EXPECT_EQ(queue.take_lost(), 0U);
    std::uint32_t taken = 0;
    for (; queue.front() != nullptr; queue.pop()) EXPECT_EQ(queue.front()->seq, taken++);
    EXPECT_EQ(taken, 10U);
}

TEST(EventQueueTest, LosesNothingBetweenThreads) {
    constexpr std::uint32_t kCount = 50'000;
    EventQueue queue(8);
    std::thread producer([&queue] {
        for (std::uint32_t seq = 0; seq < kCount; ++seq) queue.push(numbered(seq));
    });
    std::uint32_t disorder = 0;
    for (std::uint32_t seq = 0; seq < kCount;) {
        const StampedEvent* event = queue.front();
        if (event == nullptr) {
            std::this_thread::yield();
            continue;
        }
        disorder += event->seq != seq;
        queue.pop();
        ++seq;
    }
    producer.join();
    EXPECT_EQ(disorder, 0U);
    EXPECT_EQ(queue.take_lost(), 0U);
}

}  // namespace
}  // namespace rockettrainer
