#include <gtest/gtest.h>

#include <random>
#include <string>

#include "messages.hpp"
#include "rockettrainer/transport.hpp"

namespace rockettrainer {
namespace {

const std::string kToast =
    R"({"type":"command","id":"a1","name":"toast","title":"Hi","text":"Well played","seconds":3.5})";
const std::string kLoad =
    R"({"type":"command","id":"b2","name":"load_training_pack","code":"A503-264C-A7EB-D282","title":"Ground","cancel_s":5})";

template <typename Kind>
Kind parse_as(std::string_view text) {
    return std::get<Kind>(parse_server_message(text));
}

TEST(ServerMessageTest, UnderstandsWelcomeAndAck) {
    const auto welcome = parse_as<Welcome>(R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":7})");
    EXPECT_EQ(welcome.server_version, "0.1.0");
    EXPECT_EQ(welcome.last_event, 7U);
    EXPECT_EQ(parse_as<Ack>(R"({"type":"ack","event":9,"more":null})").event, 9U);
}

TEST(ServerMessageTest, UnderstandsCommands) {
    const auto toast = parse_as<Command>(kToast);
    EXPECT_EQ(toast.id, "a1");
    EXPECT_EQ(std::get<Toast>(toast.body).text, "Well played");
    EXPECT_EQ(std::get<Toast>(toast.body).seconds, 3.5F);
    const auto load = parse_as<Command>(kLoad);
    EXPECT_EQ(std::get<LoadTrainingPack>(load.body).code, "A503-264C-A7EB-D282");
    EXPECT_EQ(std::get<LoadTrainingPack>(load.body).cancel_s, 5);
}

TEST(ServerMessageTest, TakesNoCodeThatIsNone) {
    for (const char* code :
         {"", "A503-264C-A7EB-D28", "A503-264C-A7EB-D2822", "a503-264c-a7eb-d282", "A503-264C-A7EB-D28G",
          "A503 264C A7EB D282", "A503-264C-A7EB;D282", "A503-264C-A7EB-D282;quit", "A503-264C-A7EB-D282 ",
          "A503-264C-A7EB-D28\\n", "-----------------", "A5032-64C-A7EB-D282", "A503-264C-A7EB-D28\\u0000"}) {
        const std::string text =
            std::string(R"({"type":"command","id":"b","name":"load_training_pack","code":")") + code +
            R"(","title":"","cancel_s":5})";
        EXPECT_EQ(parse_as<RefusedCommand>(text).id, "b") << code;
    }
    EXPECT_TRUE(is_training_code("0123-4567-89AB-CDEF"));
    EXPECT_FALSE(is_training_code(std::string_view("A503-264C-A7EB-D28\0", 19)));
}

TEST(ServerMessageTest, RefusesCommandsItCannotCarryOut) {
    for (const char* rest :
         {R"("name":"quit")", R"("name":"toast")", R"("name":"toast","title":"a","text":"b","seconds":-1)",
          R"("name":"toast","title":"a","text":"b","seconds":31)",
          R"("name":"toast","title":"a","text":7,"seconds":1)",
          R"("name":"toast","title":"a","text":"b","seconds":"1")",
          R"("name":"load_training_pack","code":"A503-264C-A7EB-D282","title":"a")",
          R"("name":"load_training_pack","code":"A503-264C-A7EB-D282","title":"a","cancel_s":1e99)"}) {
        const auto refused = parse_as<RefusedCommand>(std::string(R"({"type":"command","id":"c3",)") + rest + "}");
        EXPECT_EQ(refused.id, "c3") << rest;
        EXPECT_FALSE(refused.reason.empty());
    }
}

TEST(ServerMessageTest, SaysWhatIsNoMessage) {
    for (const char* text : {"",
                             "nonsense",
                             "[]",
                             "7",
                             "null",
                             "{",
                             "{}",
                             R"({"type":7})",
                             R"({"type":"goal"})",
                             R"({"type":"welcome","protocol":2,"server":"9","last_event":0})",
                             R"({"type":"welcome","server":"0.1.0","last_event":0})",
                             R"({"type":"welcome","protocol":1,"last_event":0})",
                             R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":-1})",
                             R"({"type":"welcome","protocol":1,"server":"0.1.0","last_event":1.5})",
                             R"({"type":"ack"})",
                             R"({"type":"ack","event":"1"})",
                             R"({"type":"command","name":"toast"})",
                             R"({"type":"command","id":"","name":"toast"})",
                             R"({"type":"command","id":"x"})",
                             "{\"type\":\"\xFF\"}"}) {
        EXPECT_FALSE(parse_as<BadMessage>(text).reason.empty()) << text;
    }
    const std::string long_id(65, 'x');
    EXPECT_FALSE(
        parse_as<BadMessage>(R"({"type":"command","name":"toast","id":")" + long_id + "\"}").reason.empty());
}

TEST(ServerMessageTest, ReadsNoLongMessage) {
    const std::string ack = R"({"type":"ack","event":9})";
    EXPECT_EQ(parse_as<Ack>(ack + std::string(kLongestMessage - ack.size(), ' ')).event, 9U);
    EXPECT_NE(parse_as<BadMessage>(ack + std::string(kLongestMessage + 1 - ack.size(), ' ')).reason, "");
}

TEST(ServerMessageTest, SurvivesDepth) {
    EXPECT_NE(parse_as<BadMessage>(std::string(kLongestMessage, '[')).reason, "");
    const std::string half(kLongestMessage / 2, '[');
    EXPECT_NE(parse_as<BadMessage>(half + std::string(half.size(), ']')).reason, "");
}

// Whatever a message is turned into, it is either understood or refused; sanitizers see to the rest.
TEST(ServerMessageTest, SurvivesMutations) {
    std::mt19937 random(20'261'126);
    int understood = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = i % 2 == 0 ? kToast : kLoad;
        for (auto changes = random() % 4; changes > 0; --changes) {
            text[random() % text.size()] = static_cast<char>(random());
            if (random() % 4 == 0) text.erase(random() % text.size(), random() % 8);
            if (text.empty()) text = "{";
        }
        const ServerMessage message = parse_server_message(text);
        if (const auto* command = std::get_if<Command>(&message)) {
            ++understood;
            if (const auto* load = std::get_if<LoadTrainingPack>(&command->body)) {
                EXPECT_TRUE(is_training_code(load->code.view()));
            }
        }
    }
    EXPECT_GT(understood, 1'000);
    EXPECT_LT(understood, 19'000);
}

}  // namespace
}  // namespace rockettrainer
