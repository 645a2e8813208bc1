#include "command_queue.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rockettrainer {
namespace {

using namespace std::chrono_literals;

Command toast(int number) {
    return {std::to_string(number), Toast{"title", "text", 3}};
}

class CommandQueueTest : public testing::Test {
 protected:
    CommandQueue queue;
    CommandQueue::Time now{1h};
};

TEST_F(CommandQueueTest, GivesCommandsInOrder) {
    EXPECT_FALSE(queue.take());
    EXPECT_FALSE(queue.offer(toast(1), now));
    EXPECT_FALSE(queue.offer(toast(2), now));
    EXPECT_EQ(queue.take()->id, "1");
    EXPECT_EQ(queue.take()->id, "2");
    EXPECT_FALSE(queue.take());
}

TEST_F(CommandQueueTest, RefusesTheNinthThatWaits) {
    for (int number = 0; number < 8; ++number) EXPECT_FALSE(queue.offer(toast(number), now));
    EXPECT_EQ(queue.offer(toast(8), now), "8 commands are waiting already");
    EXPECT_TRUE(queue.take());
    EXPECT_FALSE(queue.offer(toast(9), now));
}

TEST_F(CommandQueueTest, RefusesTheEleventhWithinTenSeconds) {
    for (int number = 0; number < 10; ++number) {
        EXPECT_FALSE(queue.offer(toast(number), now + number * 100ms));
        EXPECT_TRUE(queue.take());
    }
    EXPECT_TRUE(queue.offer(toast(10), now + 9999ms));
    EXPECT_FALSE(queue.offer(toast(11), now + 10s));
    EXPECT_TRUE(queue.offer(toast(12), now + 10s));
    EXPECT_FALSE(queue.offer(toast(13), now + 10'100ms));
}

}  // namespace
}  // namespace rockettrainer
