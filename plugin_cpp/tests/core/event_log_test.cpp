#include "event_log.hpp"

#include <gtest/gtest.h>

#include "json_text.hpp"

namespace rockettrainer {
namespace {

StampedEvent in_session(std::uint32_t session, Event event = Countdown{}) {
    return {.session = session, .seq = 0, .time_ns = 0, .event = event};
}

const std::string& held(const EventLog& log, std::uint64_t number) {
    return log.find(number)->message;
}

TEST(EventLogTest, NumbersFromOneWithoutHoles) {
    EventLog log;
    EXPECT_EQ(log.first(), 1U);
    EXPECT_EQ(log.last(), 0U);
    for (int i = 0; i < 3; ++i) log.add(in_session(1));
    EXPECT_EQ(log.last(), 3U);
    EXPECT_EQ(log.find(0), nullptr);
    EXPECT_EQ(log.find(4), nullptr);
    for (int number = 1; number <= 3; ++number) EXPECT_EQ(number_in(held(log, number), "n"), number);
}

TEST(EventLogTest, ForgetsWhatIsAcknowledged) {
    EventLog log;
    for (int i = 0; i < 5; ++i) log.add(in_session(1));
    log.acknowledge(2);
    log.acknowledge(1);  // an older one changes nothing
    EXPECT_EQ(log.first(), 3U);
    EXPECT_EQ(log.find(2), nullptr);
    log.acknowledge(99);
    EXPECT_EQ(log.size(), 0U);
    EXPECT_EQ(log.first(), 6U);
    EXPECT_EQ(log.last(), 5U);
    log.add(in_session(1));
    EXPECT_EQ(number_in(held(log, 6), "n"), 6);
}

TEST(EventLogTest, ClosesASessionThatLostSome) {
    EventLog log(3);
    for (int i = 0; i < 5; ++i) log.add(in_session(1));
    EXPECT_EQ(log.last(), 3U);
    EXPECT_EQ(log.lost(), 2U);

    log.acknowledge(2);
    ASSERT_EQ(log.last(), 4U);
    EXPECT_EQ(text_in(held(log, 4), "event"), "overflow");
    EXPECT_EQ(number_in(held(log, 4), "session"), 1);
    EXPECT_EQ(number_in(held(log, 4), "lost"), 2);

    log.add(in_session(1));  // the session is over for the server
    EXPECT_EQ(log.last(), 4U);
    EXPECT_EQ(log.lost(), 3U);
    log.acknowledge(4);
    EXPECT_EQ(log.last(), 4U);  // and is closed once only

    log.add(in_session(2, SessionStarted{}));
    ASSERT_EQ(log.last(), 5U);
    EXPECT_EQ(text_in(held(log, 5), "event"), "session_started");
}

TEST(EventLogTest, ClosesTheNextSessionTooWhereThereWasNoRoomForIt) {
    EventLog log(2);
    for (int i = 0; i < 3; ++i) log.add(in_session(1));
    log.add(in_session(2, SessionStarted{}));
    log.acknowledge(1);
    EXPECT_EQ(number_in(held(log, 3), "session"), 2);
    EXPECT_EQ(number_in(held(log, 3), "lost"), 2);
    log.acknowledge(3);
    log.add(in_session(2));
    EXPECT_EQ(log.last(), 3U);
    log.add(in_session(3, SessionStarted{}));
    EXPECT_EQ(log.last(), 4U);
}

TEST(EventLogTest, CountsWhatWasLostOnTheWay) {
    EventLog log;
    log.add(in_session(1));
    log.lose(7);
    EXPECT_EQ(text_in(held(log, 2), "event"), "overflow");
    EXPECT_EQ(number_in(held(log, 2), "lost"), 7);
}

}  // namespace
}  // namespace rockettrainer
