#include "conversation.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "json_text.hpp"
#include "scripted_transport.hpp"

namespace rockettrainer {
namespace {

using namespace std::chrono_literals;

class ConversationTest : public testing::Test {
 protected:
    void begin() {
        conversation.emplace(exchange, transport, identity);
        conversation->begin({.port = 1, .token = "t"}, now);
        transport.listener->opened();
    }
    void welcome(std::uint64_t last_event = 0) {
        hear(R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":)" + std::to_string(last_event) +
             "}");
    }
    void hear(const std::string& text) { transport.listener->received(text); }
    void pump(int times = 20) {
        for (int i = 0; i < times; ++i) conversation->pump(now);
    }

    void put_tick(std::uint32_t seq) {
        ASSERT_TRUE(exchange.ticks.push([seq](Tick& slot) {
            slot.header.seq = seq;
            slot.header.player_count = 2;
        }));
    }
    void put_event(std::uint32_t seq) { exchange.events.push({.session = 1, .seq = seq, .event = Countdown{}}); }

    // What was sent, in short: "hello", "e4" for event 4, "t7" for the tick 7, "result" …
    std::vector<std::string> sent() {
        std::vector<std::string> all;
        for (const auto& message : transport.take_sent()) {
            if (message.kind == MessageKind::binary) {
                add_ticks(all, message.data);
            } else {
                const std::string type = text_in(message.data, "type");
                all.push_back(type == "event" ? "e" + std::to_string(number_in(message.data, "n")) : type);
            }
        }
        return all;
    }
    static void add_ticks(std::vector<std::string>& all, std::string_view data) {
        while (!data.empty()) {
            TickHeader header;
            std::memcpy(&header, data.data(), sizeof header);
            all.push_back("t" + std::to_string(header.seq));
            data.remove_prefix(sizeof(TickHeader) + header.player_count * sizeof(PlayerTick));
        }
    }

    Exchange exchange;
    ScriptedTransport transport;
    Identity identity{"0.1.0", "BM", "00"};
    std::optional<Conversation> conversation;
    Conversation::Time now{1h};
};

using Sent = std::vector<std::string>;

TEST_F(ConversationTest, SaysNothingButHelloUntilWelcomed) {
    put_event(0);
    begin();
    put_tick(0);
    pump();
    EXPECT_EQ(sent(), (Sent{"hello"}));
    EXPECT_FALSE(conversation->welcomed());
    welcome();
    EXPECT_TRUE(conversation->welcomed());
    pump();
    EXPECT_EQ(sent(), (Sent{"e1"}));  // the tick is of the past
}

TEST_F(ConversationTest, SendsEventsRightBeforeTheirTick) {
    begin();
    welcome();
    put_event(0);
    put_tick(0);
    put_tick(1);
    put_event(2);
    put_event(2);
    put_tick(2);
    put_tick(3);
    put_event(4);
    pump();
    EXPECT_EQ(sent(), (Sent{"hello", "e1", "t0", "t1", "e2", "e3", "t2", "t3", "e4"}));
    put_tick(4);
    pump();
    EXPECT_EQ(sent(), (Sent{"t4"}));
}

TEST_F(ConversationTest, SendsWhatTheServerLacks) {
    for (int i = 0; i < 5; ++i) put_event(0);
    begin();
    welcome(3);
    pump();
    EXPECT_EQ(sent(), (Sent{"hello", "e4", "e5"}));
    EXPECT_EQ(exchange.log.first(), 4U);
}

TEST_F(ConversationTest, SendsAgainWhatWasNotAcknowledged) {
    begin();
    welcome();
    for (int i = 0; i < 4; ++i) put_event(0);
    pump();
    hear(R"({"type":"ack","event":2})");
    conversation->closed({.refused = false, .reason = "gone"});
    EXPECT_EQ(conversation->ended()->reason, "gone");
    static_cast<void>(sent());

    begin();
    welcome(2);
    pump();
    EXPECT_EQ(sent(), (Sent{"hello", "e3", "e4"}));
}

TEST_F(ConversationTest, TakesAnAckForWhatTheConnectionBeforeCarried) {
    begin();
    welcome();
    for (int i = 0; i < 4; ++i) put_event(0);
    pump();
    begin();
    welcome();
    hear(R"({"type":"ack","event":4})");  // written down only after the welcome
    EXPECT_FALSE(conversation->ended());
    EXPECT_EQ(exchange.log.size(), 0U);
    static_cast<void>(sent());
    put_event(0);
    pump();
    EXPECT_EQ(sent(), (Sent{"e5"}));
}

TEST_F(ConversationTest, SendsAllItHoldsToAServerThatForgot) {
    begin();
    welcome();
    for (int i = 0; i < 4; ++i) put_event(0);
    pump();
    hear(R"({"type":"ack","event":2})");
    begin();
    static_cast<void>(sent());
    welcome(0);
    pump();
    EXPECT_EQ(sent(), (Sent{"e3", "e4"}));
}

TEST_F(ConversationTest, WaitsForASlowServer) {
    begin();
    welcome();
    transport.blocked = true;
    put_event(0);
    for (std::uint32_t seq = 0; seq < 100; ++seq) put_tick(seq);
    pump();
    EXPECT_EQ(sent(), (Sent{"hello"}));
    EXPECT_TRUE(conversation->has_unsent());
    transport.blocked = false;
    pump();
    EXPECT_EQ(sent().size(), 101U);
    EXPECT_FALSE(conversation->has_unsent());
}

TEST_F(ConversationTest, PutsAtMost64KiBIntoAMessage) {
    begin();
    welcome();
    for (std::uint32_t seq = 0; seq < 400; ++seq) put_tick(seq);
    pump();
    std::size_t ticks = 0;
    for (const auto& message : transport.take_sent()) {
        if (message.kind != MessageKind::binary) continue;
        EXPECT_LE(message.data.size(), 64U * 1024U);
        ticks += message.data.size() / (sizeof(TickHeader) + 2 * sizeof(PlayerTick));
    }
    EXPECT_EQ(ticks, 400U);
}

TEST_F(ConversationTest, HandsCommandsToTheGame) {
    begin();
    welcome();
    hear(R"({"type":"command","id":"a","name":"toast","title":"t","text":"u","seconds":1})");
    EXPECT_EQ(exchange.commands.take()->id, "a");
    pump();
    EXPECT_EQ(sent(), (Sent{"hello"}));
    ASSERT_TRUE(exchange.answers.push([](Answer& slot) { slot = {"a", Outcome::done, ""}; }));
    pump();
    EXPECT_EQ(sent(), (Sent{"result"}));
}

TEST_F(ConversationTest, RefusesBadCommandsAndFloods) {
    begin();
    welcome();
    hear(R"({"type":"command","id":"a","name":"load_training_pack","code":"quit","title":"t","cancel_s":1})");
    for (int i = 0; i < 9; ++i) {
        hear(R"({"type":"command","id":"b","name":"toast","title":"t","text":"u","seconds":1})");
    }
    pump();
    const auto messages = transport.take_sent();
    ASSERT_EQ(messages.size(), 3U);  // hello, and two refusals
    EXPECT_EQ(text_in(messages[1].data, "id"), "a");
    EXPECT_EQ(text_in(messages[2].data, "status"), "refused");
    EXPECT_EQ(text_in(messages[2].data, "reason"), "8 commands are waiting already");
}

TEST_F(ConversationTest, LeavesAServerThatFloodsWithoutEnd) {
    begin();
    welcome();
    for (int i = 0; i < 100; ++i) hear(R"({"type":"command","id":"b","name":"quit"})");
    ASSERT_TRUE(conversation->ended());
    EXPECT_EQ(conversation->ended()->reason, "The server sent far too many commands.");
}

TEST_F(ConversationTest, LeavesAServerThatMakesNoSense) {
    const std::vector<std::string> nonsense{
        "nonsense",
        R"({"type":"ack","event":1})",                                         // of an event that was never sent
        R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":0})",  // a second time
    };
    for (const std::string& text : nonsense) {
        begin();
        welcome();
        hear(text);
        EXPECT_TRUE(conversation->ended()) << text;
        EXPECT_FALSE(conversation->welcomed());
    }
    put_event(0);
    begin();
    welcome();
    hear(R"({"type":"ack","event":1})");  // of one that waits to be sent
    EXPECT_TRUE(conversation->ended());
    EXPECT_EQ(exchange.log.size(), 1U);
    begin();
    welcome(2);  // of an event that never was
    EXPECT_TRUE(conversation->ended());
    begin();
    hear(
        R"({"type":"command","id":"a","name":"toast","title":"t","text":"u","seconds":1})");  // before the welcome
    EXPECT_TRUE(conversation->ended());
    EXPECT_FALSE(exchange.commands.take());
}

TEST_F(ConversationTest, LeavesAServerThatDoesNotWelcome) {
    begin();
    now += 5s;
    pump();
    EXPECT_FALSE(conversation->ended());
    now += 1ms;
    pump();
    EXPECT_EQ(conversation->ended()->reason, "The server did not say welcome.");
}

TEST_F(ConversationTest, KeepsAnswersForTheNextServer) {
    ASSERT_TRUE(exchange.answers.push([](Answer& slot) { slot = {"a", Outcome::done, ""}; }));
    begin();
    pump();
    welcome();
    pump();
    EXPECT_EQ(sent(), (Sent{"hello", "result"}));
}

}  // namespace
}  // namespace rockettrainer
