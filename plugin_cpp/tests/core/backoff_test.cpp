#include "backoff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rockettrainer {
namespace {

using namespace std::chrono_literals;

TEST(BackoffTest, DoublesUpToTheMost) {
    Backoff backoff({});
    for (const auto wait : {250ms, 500ms, 1'000ms, 2'000ms, 4'000ms, 8'000ms, 10'000ms, 10'000ms}) {
        const auto got = backoff.after_failure();
        EXPECT_GE(got, wait / 2);
        EXPECT_LE(got, wait);
    }
}

TEST(BackoffTest, BeginsAnewAfterAReset) {
    Backoff backoff({});
    for (int i = 0; i < 5; ++i) static_cast<void>(backoff.after_failure());
    backoff.reset();
    EXPECT_LE(backoff.after_failure(), 250ms);
}

TEST(BackoffTest, WaitsLongAfterARefusal) {
    Backoff backoff({});
    EXPECT_GE(backoff.after_refusal(), 30s);
    EXPECT_LE(backoff.after_failure(), 250ms);
}

TEST(BackoffTest, DoesNotWaitEquallyLongEachTime) {
    Backoff backoff({});
    std::set<std::chrono::milliseconds> waits;
    for (int i = 0; i < 20; ++i) waits.insert(backoff.after_refusal());
    EXPECT_GT(waits.size(), 1U);
}

}  // namespace
}  // namespace rockettrainer
