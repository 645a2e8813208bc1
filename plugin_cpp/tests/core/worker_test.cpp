#include "worker.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include "eventually.hpp"
#include "fake_server.hpp"
#include "json_text.hpp"
#include "scripted_transport.hpp"
#include "temporary_folder.hpp"

namespace rockettrainer {
namespace {

using namespace std::chrono_literals;

const std::string kWelcome = R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":0})";

class WorkerTest : public testing::Test {
 protected:
    void SetUp() override { folder.write(server.port(), "secret"); }

    void start() {
        worker.emplace(exchange, WorkerConfig{.folder = folder.path(),
                                              .identity = {"0.1.0", "BM217", "00ff"},
                                              // Long enough for a test to see what is said in between.
                                              .backoff = {.first = 100ms, .most = 100ms, .refused = 100ms}});
    }
    [[nodiscard]] bool says(std::string_view text) {
        return eventually([&] { return exchange.counters.said().second.find(text) != std::string::npos; });
    }
    // Lets the plugin in, as often as that takes, and expects its hello.
    FakePeer expect_back() {
        FakePeer peer = server.accept();
        EXPECT_EQ(text_in(peer.read().data, "type"), "hello");
        return peer;
    }

    FakeServer server;
    TemporaryFolder folder;
    Exchange exchange;
    std::optional<Worker> worker;
};

TEST_F(WorkerTest, AsksForTheRightPlaceWithItsToken) {
    start();
    FakePeer peer = expect_back();
    EXPECT_EQ(server.target(), "/api/v1/plugin");
    EXPECT_EQ(server.host(), "127.0.0.1:" + std::to_string(server.port()));
    EXPECT_EQ(server.offered(), "rockettrainer.plugin.v1, token.secret");
    EXPECT_FALSE(exchange.counters.said().first);
    peer.write(kWelcome);
    EXPECT_TRUE(says("Connected to RocketTrainer 0.1.0."));
    EXPECT_TRUE(exchange.counters.said().first);
}

TEST_F(WorkerTest, ReadsTheAddressAgainBeforeEachTry) {
    folder.write("damaged");
    start();
    EXPECT_TRUE(says("damaged"));
    folder.write(server.port(), "secret");
    FakePeer peer = expect_back();
    folder.write(server.port(), "another");
    { const FakePeer killed = std::move(peer); }
    FakePeer again = expect_back();
    EXPECT_EQ(server.offered(), "rockettrainer.plugin.v1, token.another");
}

TEST_F(WorkerTest, SaysThatNobodyIsThere) {
    {
        const FakeServer gone;
        folder.write(gone.port(), "secret");
    }
    start();
    EXPECT_TRUE(says("RocketTrainer is not running."));
    folder.write(server.port(), "secret");
    FakePeer peer = expect_back();
}

TEST_F(WorkerTest, SaysThatItsTokenIsRefused) {
    start();
    server.answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    EXPECT_TRUE(says("RocketTrainer refuses this plugin (403)."));
    folder.write(server.port(), "right");
    FakePeer peer = expect_back();
    while (server.offered() != "rockettrainer.plugin.v1, token.right") peer = expect_back();
}

TEST_F(WorkerTest, TriesAgainWhileTheServerIsNotReady) {
    start();
    server.answer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    EXPECT_TRUE(says("RocketTrainer is not ready."));
    FakePeer peer = expect_back();
}

TEST_F(WorkerTest, ComesBackAfterNoHandshakeAtAll) {
    start();
    server.answer("");
    server.answer("HTTP/1.1 101 Swi");
    server.answer("SSH-2.0-OpenSSH_9.2\r\n");
    server.answer(std::string(1 << 20, 'x'));
    server.answer(std::string("\0\xFF\r\n\r\n", 6));
    FakePeer peer = expect_back();
}

TEST_F(WorkerTest, TalksToNoOtherProgram) {
    start();
    FakePeer other = server.accept("");
    EXPECT_TRUE(other.read().closed);
    EXPECT_TRUE(says("not a RocketTrainer"));
    FakePeer yet_another = server.accept("chat");
    EXPECT_TRUE(yet_another.read().closed);
    FakePeer peer = expect_back();
}

TEST_F(WorkerTest, ShowsWhyItIsSentAway) {
    start();
    FakePeer peer = expect_back();
    peer.close(4400, "this plugin is too old");
    EXPECT_TRUE(says("RocketTrainer refuses this plugin: this plugin is too old."));
    FakePeer again = expect_back();
    again.close(1001, "restart");
    EXPECT_TRUE(says("RocketTrainer was closed."));
    FakePeer third = expect_back();
}

TEST_F(WorkerTest, LeavesAServerThatSendsNonsense) {
    start();
    for (const std::string& text : {std::string("nonsense"), std::string(20'000, ' '), std::string("\xFF\xFE")}) {
        FakePeer peer = expect_back();
        peer.write(text);
        EXPECT_TRUE(peer.read().closed);
    }
    FakePeer peer = expect_back();
    peer.write_binary("ticks?");
    EXPECT_TRUE(peer.read().closed);
    FakePeer last = expect_back();
}

// What would wait for time-outs would take five seconds.
TEST_F(WorkerTest, StopsWhileTheServerDoesNotAnswer) {
    start();
    EXPECT_TRUE(says("Connecting"));
    const auto before = std::chrono::steady_clock::now();
    worker.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(WorkerTest, StopsWhileTheServerDoesNotRead) {
    start();
    FakePeer peer = expect_back();
    peer.write(kWelcome);
    ASSERT_TRUE(says("Connected"));
    ASSERT_TRUE(eventually([this] {  // until nothing more goes into the socket
        bool taken = true;
        for (int i = 0; i < 100 && taken; ++i) {
            taken = exchange.ticks.push([](Tick& slot) { slot.header.player_count = kMostPlayers; });
        }
        return !taken;
    }));
    const auto before = std::chrono::steady_clock::now();
    worker.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(WorkerTest, StopsWhileTheServerNeverPauses) {
    start();
    FakePeer peer = expect_back();
    peer.write(kWelcome);
    ASSERT_TRUE(says("Connected"));
    std::atomic<bool> over{false};
    std::thread flood([&] {
        while (!over) peer.write(R"({"type":"ack","event":0})");
    });
    std::this_thread::sleep_for(100ms);  // until it has more to read than it can
    worker.reset();
    over = true;
    flood.join();
    EXPECT_EQ(exchange.counters.said().second, "Stopped.");
}

// A transport that fails in an unforeseen way.
class BrokenTransport final : public Transport {
 public:
    void open(const Address&, TransportListener&) override { throw std::runtime_error("no sockets left"); }
    [[nodiscard]] bool writable() const noexcept override { return false; }
    void send(MessageKind, std::string_view) override {}
    void run_for(std::chrono::milliseconds time) override { std::this_thread::sleep_for(time); }
    void close() noexcept override {}
};

TEST_F(WorkerTest, KeepsAnUnforeseenFailureFromTheGame) {
    worker.emplace(exchange, WorkerConfig{.folder = folder.path(),
                                          .identity = {},
                                          .make_transport = [] { return std::make_unique<BrokenTransport>(); },
                                          .backoff = {}});
    EXPECT_TRUE(says("The connection failed: no sockets left."));
    exchange.events.push({.session = 1, .event = Countdown{}});
    EXPECT_TRUE(eventually([this] { return exchange.counters.events_waiting == 1; }));
}

}  // namespace
}  // namespace rockettrainer
