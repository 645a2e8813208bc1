#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <semaphore>
#include <shared_mutex>

#include "game_thread_watch.hpp"
#include "rockettrainer/link.hpp"
#include "scripted_transport.hpp"

namespace rockettrainer {

// This program has no WebSocket; nothing here connects.
std::unique_ptr<Transport> make_websocket_transport() {
    return std::make_unique<ScriptedTransport>();
}

namespace {

void keep(const void* pointer) {
    asm volatile("" : : "g"(pointer) : "memory");
}

// --- the watch sees what it should ---

TEST(GameThreadWatchTest, SeesAllocations) {
    const GameThreadWatch watch;
    keep(std::make_unique<int>(1).get());
    EXPECT_EQ(watch.allocations(), 2U);  // taken and given back
    keep(std::make_shared<std::array<char, 4'096>>().get());
    EXPECT_EQ(watch.allocations(), 4U);
    EXPECT_EQ(watch.locks(), 0U);
}

TEST(GameThreadWatchTest, SeesLocksAndWakeUps) {
    std::mutex mutex;
    std::shared_mutex shared;
    std::condition_variable condition;
    std::atomic<int> number{0};
    const GameThreadWatch watch;
    { const std::lock_guard lock(mutex); }
    EXPECT_EQ(watch.locks(), 1U);
    { const std::shared_lock lock(shared); }
    EXPECT_EQ(watch.locks(), 2U);
    condition.notify_one();
    EXPECT_EQ(watch.locks(), 3U);
    std::counting_semaphore<> semaphore(0);
    static_cast<void>(semaphore.try_acquire_for(std::chrono::milliseconds(1)));
    EXPECT_GT(watch.locks(), 3U);
}

// --- the link does none of it ---

class GameThreadTest : public testing::Test {
 protected:
    void SetUp() override {
        link.start({.folder = ".", .plugin_version = "0.1.0", .game_version = "BM217"});
        link.begin_session({});
        tick.header.player_count = kMostPlayers;
    }
    Link link;
    Tick tick;
};

TEST_F(GameThreadTest, RecordsWithoutAllocationOrLock) {
    const GameThreadWatch watch;
    for (int i = 0; i < 10'000; ++i) link.record(tick);  // more than the ring holds: dropped ones count, too
    EXPECT_EQ(watch.allocations(), 0U);
    EXPECT_EQ(watch.locks(), 0U);
    EXPECT_GT(link.status().ticks_dropped, 0U);
}

TEST_F(GameThreadTest, EmitsWithoutAllocationOrLock) {
    const GameThreadWatch watch;
    for (int i = 0; i < 500; ++i) {
        link.emit(Touch{.player = 1, .team = 0, .position = {1, 2, 3}, .speed_change_uu_s = 4});
        link.emit(PlayerSeated{1, "steam:76561190000000000", "A name", 0, false, true});
        link.emit(ReplaySaved{"C:/a/path/that/is/far/longer/than/any/small/string/would/be.replay"});
    }
    EXPECT_EQ(watch.allocations(), 0U);
    EXPECT_EQ(watch.locks(), 0U);
}

TEST_F(GameThreadTest, BeginsAndEndsSessionsWithoutAllocationOrLock) {
    const GameThreadWatch watch;
    for (int i = 0; i < 100; ++i) {
        link.begin_session({.kind = SessionKind::freeplay, .map = "Stadium_P"});
        link.end_session("left");
    }
    EXPECT_EQ(watch.allocations(), 0U);
    EXPECT_EQ(watch.locks(), 0U);
}

TEST_F(GameThreadTest, LooksForCommandsAndAnswersWithoutAllocationOrLock) {
    const GameThreadWatch watch;
    int commands = 0;
    for (int i = 0; i < 1'000; ++i) link.poll_commands([&commands](const Command&) { ++commands; });
    link.answer("a1", Outcome::done, "");
    EXPECT_EQ(watch.allocations(), 0U);
    EXPECT_EQ(watch.locks(), 0U);
    EXPECT_EQ(commands, 0);
}

}  // namespace
}  // namespace rockettrainer
