#include "rockettrainer/link.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "eventually.hpp"
#include "fake_server.hpp"
#include "json_text.hpp"
#include "temporary_folder.hpp"

namespace rockettrainer {
namespace {

class LinkTest : public testing::Test {
 protected:
    void SetUp() override {
        folder.write(server->port(), "secret");
        start();
    }
    void start() { link.start({.folder = folder.path(), .plugin_version = "0.1.0", .game_version = "BM217"}); }

    // Lets the plugin in and welcomes it.
    FakePeer meet(std::uint64_t last_event = 0) {
        FakePeer peer = server->accept();
        hello = peer.read().data;
        peer.write(R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":)" +
                   std::to_string(last_event) + "}");
        EXPECT_TRUE(eventually([this] { return link.status().connected; }));
        return peer;
    }

    void record(int ticks) {
        Tick tick;
        tick.header.player_count = kMostPlayers;
        for (; ticks > 0; --ticks) link.record(tick);
    }

    std::unique_ptr<FakeServer> server = std::make_unique<FakeServer>();
    TemporaryFolder folder;
    Link link;
    std::string hello;
};

// The ticks of a message.
std::vector<TickHeader> headers(const FakePeer::Message& message) {
    std::vector<TickHeader> all;
    std::size_t at = 0;
    while (!message.is_text && at < message.data.size()) {
        TickHeader header;
        std::memcpy(&header, message.data.data() + at, sizeof header);
        at += sizeof header + header.player_count * sizeof(PlayerTick);
        all.push_back(header);
    }
    EXPECT_TRUE(message.is_text || at == message.data.size());
    return all;
}

TEST_F(LinkTest, TellsASessionInOrder) {
    FakePeer peer = meet();
    EXPECT_EQ(link.begin_session({.kind = SessionKind::bots, .map = "Stadium_P"}), 1U);
    record(2);
    link.emit(Goal{.team = 1, .player = 2});
    record(1);
    link.end_session("left");

    const std::string started = peer.read().data;
    EXPECT_EQ(text_in(started, "event"), "session_started");
    EXPECT_EQ(number_in(started, "session"), 1);
    EXPECT_EQ(number_in(started, "seq"), 0);
    EXPECT_GT(number_in(started, "started_at"), 1'700'000'000);
    std::vector<TickHeader> ticks;
    while (ticks.size() < 2) {
        for (const TickHeader& header : headers(peer.read())) ticks.push_back(header);
    }
    const std::string goal = peer.read().data;
    EXPECT_EQ(text_in(goal, "event"), "goal");
    EXPECT_EQ(number_in(goal, "n"), 2);
    EXPECT_EQ(number_in(goal, "seq"), 2);
    for (const TickHeader& header : headers(peer.read())) ticks.push_back(header);
    const std::string ended = peer.read().data;
    EXPECT_EQ(text_in(ended, "event"), "session_ended");
    EXPECT_EQ(text_in(ended, "reason"), "left");

    ASSERT_EQ(ticks.size(), 3U);
    for (std::uint32_t seq = 0; seq < 3; ++seq) {
        EXPECT_EQ(ticks[seq].magic, kTickMagic);
        EXPECT_EQ(ticks[seq].layout, kTickLayout);
        EXPECT_EQ(ticks[seq].seq, seq);
        EXPECT_EQ(ticks[seq].session, 1U);
        EXPECT_EQ(ticks[seq].dropped, 0U);
    }
    EXPECT_EQ(link.status().ticks_sent, 3U);
}

TEST_F(LinkTest, TakesNothingOutsideASession) {
    FakePeer peer = meet();
    record(1);
    link.emit(Countdown{});
    link.end_session("none");
    EXPECT_EQ(link.session(), 0U);
    link.begin_session({});
    EXPECT_EQ(number_in(peer.read().data, "n"), 1);
    link.begin_session({});
    EXPECT_EQ(link.session(), 2U);
    EXPECT_EQ(text_in(peer.read().data, "reason"), "replaced");
    EXPECT_EQ(number_in(peer.read().data, "session"), 2);
}

TEST_F(LinkTest, TrustsNoPlayerCount) {
    FakePeer peer = meet();
    link.begin_session({});
    static_cast<void>(peer.read());
    Tick tick;
    tick.header.player_count = 255;
    link.record(tick);
    EXPECT_EQ(headers(peer.read())[0].player_count, kMostPlayers);
}

TEST_F(LinkTest, GoesOnWhenTheServerWasKilled) {
    std::set<int> got;
    {
        FakePeer peer = meet();
        EXPECT_EQ(number_in(hello, "first_event"), 1);
        EXPECT_EQ(number_in(hello, "last_event"), 0);
        link.begin_session({});
        for (int i = 0; i < 9; ++i) link.emit(Countdown{});
        while (got.size() < 10) got.insert(static_cast<int>(number_in(peer.read().data, "n")));
        peer.write(R"({"type":"ack","event":4})");
        EXPECT_TRUE(eventually([this] { return link.status().events_waiting == 6; }));
    }
    const std::uint16_t port = server->port();
    server.reset();
    EXPECT_TRUE(eventually([this] { return !link.status().connected; }));
    record(3);  // nobody sees these
    link.emit(Goal{});
    EXPECT_TRUE(eventually([this] { return link.status().events_waiting == 7; }));

    const std::string before = hello;
    server = std::make_unique<FakeServer>(port);
    FakePeer peer = meet(6);  // two more had arrived than were acknowledged
    EXPECT_EQ(text_in(hello, "instance"), text_in(before, "instance"));
    EXPECT_EQ(number_in(hello, "first_event"), 5);
    EXPECT_EQ(number_in(hello, "last_event"), 11);
    for (int number = 7; number <= 11; ++number) EXPECT_EQ(number_in(peer.read().data, "n"), number);
    record(1);
    const auto ticks = headers(peer.read());
    ASSERT_EQ(ticks.size(), 1U);
    EXPECT_EQ(ticks[0].seq, 3U);
    EXPECT_EQ(ticks[0].session, 1U);
}

// Nothing else happens in the game meanwhile: no tick carries the events along, none is waited for.
TEST_F(LinkTest, HandsOverWhatWaitedWhenTheServerIsBack) {
    link.begin_session({});
    for (int i = 0; i < 7; ++i) link.emit(Countdown{});
    const std::uint16_t port = server->port();
    int before = 0;
    for (const int acknowledged : {3, 8}) {
        FakePeer peer = meet();
        for (int number = before + 1; number <= 8; ++number) EXPECT_EQ(number_in(peer.read().data, "n"), number);
        peer.write(R"({"type":"ack","event":)" + std::to_string(acknowledged) + "}");
        before = acknowledged;
        const auto waiting = static_cast<std::uint64_t>(8 - acknowledged);
        EXPECT_TRUE(eventually([&] { return link.status().events_waiting == waiting; }));
        { const FakePeer killed = std::move(peer); }
        server.reset();
        EXPECT_TRUE(eventually([this] { return !link.status().connected; }));
        server = std::make_unique<FakeServer>(port);
    }
}

TEST_F(LinkTest, SaysHowItIsToAnyThread) {
    std::atomic<bool> over{false};
    std::thread watcher([&] {
        while (!over) static_cast<void>(link.status());
    });
    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(link.status().running);
        link.stop();
        EXPECT_FALSE(link.status().running);
        start();
    }
    over = true;
    watcher.join();
}

TEST_F(LinkTest, DropsTicksButNoEventsWhenTheServerIsSlow) {
    FakePeer peer = meet();
    link.begin_session({});
    for (int i = 0; i < 200; ++i) {
        record(100);
        link.emit(Countdown{});
    }
    EXPECT_GT(link.status().ticks_dropped, 0U);
    link.end_session("over");

    int events = 0;
    std::uint32_t next_seq = 0;
    std::uint32_t missing = 0;
    for (bool over = false; !over;) {
        const auto message = peer.read();
        ASSERT_FALSE(message.closed);
        for (const TickHeader& header : headers(message)) {
            ASSERT_GE(header.seq, next_seq);
            missing += header.seq - next_seq;
            EXPECT_EQ(header.dropped, missing);
            next_seq = header.seq + 1;
        }
        if (!message.is_text) continue;
        const std::string& event = message.data;
        EXPECT_EQ(number_in(event, "n"), ++events);
        EXPECT_GE(number_in(event, "seq"), next_seq);
        over = text_in(event, "event") == "session_ended";
    }
    EXPECT_EQ(events, 202);
}

TEST_F(LinkTest, CarriesCommandsAndAnswers) {
    FakePeer peer = meet();
    peer.write(R"({"type":"command","id":"a1","name":"toast","title":"Hi","text":"Well played","seconds":3.5})");
    std::vector<Command> commands;
    ASSERT_TRUE(eventually([&] {
        link.poll_commands([&](const Command& command) { commands.push_back(command); });
        return !commands.empty();
    }));
    ASSERT_EQ(commands.size(), 1U);
    EXPECT_EQ(std::get<Toast>(commands[0].body).title, "Hi");
    link.answer(commands[0].id, Outcome::refused, "not now");
    EXPECT_TRUE(
        same_json(peer.read().data, R"({"type":"result","id":"a1","status":"refused","reason":"not now"})"));
}

TEST_F(LinkTest, SaysGoodbyeWithTheLastEvent) {
    FakePeer peer = meet();
    link.begin_session({});
    link.stop();
    EXPECT_EQ(text_in(peer.read().data, "event"), "session_started");
    const std::string ended = peer.read().data;
    EXPECT_EQ(text_in(ended, "event"), "session_ended");
    EXPECT_EQ(text_in(ended, "reason"), "stopped");
    EXPECT_TRUE(peer.read().closed);
    EXPECT_FALSE(link.status().running);
    EXPECT_FALSE(link.status().connected);
    EXPECT_EQ(link.begin_session({}), 0U);  // what is stopped takes nothing
    link.emit(Countdown{});
    EXPECT_EQ(link.session(), 0U);
}

TEST_F(LinkTest, ForgetsNothingWhenItIsStoppedAndStarted) {
    {
        FakePeer peer = meet();
        link.begin_session({});
        link.emit(Countdown{});
        link.stop();
    }
    const std::string before = hello;
    start();
    FakePeer peer = meet();
    EXPECT_EQ(text_in(hello, "instance"), text_in(before, "instance"));
    EXPECT_EQ(number_in(hello, "last_event"), 3);
    for (int number = 1; number <= 3; ++number) EXPECT_EQ(number_in(peer.read().data, "n"), number);
    EXPECT_EQ(link.begin_session({}), 2U);
    EXPECT_EQ(number_in(peer.read().data, "n"), 4);
}

TEST_F(LinkTest, IsAnotherInstanceEachTimeItIsLoaded) {
    FakePeer peer = meet();
    const std::string instance = text_in(hello, "instance");
    EXPECT_EQ(instance.size(), 32U);
    EXPECT_EQ(instance.find_first_not_of("0123456789abcdef"), std::string::npos);
    link.stop();
    Link other;
    other.start({.folder = folder.path(), .plugin_version = "0.1.0", .game_version = "BM217"});
    FakePeer again = server->accept();
    EXPECT_NE(text_in(again.read().data, "instance"), instance);
}

}  // namespace
}  // namespace rockettrainer
