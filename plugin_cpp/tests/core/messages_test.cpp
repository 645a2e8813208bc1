#include "messages.hpp"

#include <gtest/gtest.h>

#include <string>

#include "json_text.hpp"

namespace rockettrainer {
namespace {

const StampedEvent kStamp{.session = 2, .seq = 4711, .time_ns = 123, .event = Countdown{}};

// The event as the server reads it.
std::string encoded(const Event& event) {
    StampedEvent stamped = kStamp;
    stamped.event = event;
    return encode_event(17, stamped);
}

// What it says besides the stamp that all have.
void expect_fields(const Event& event, std::string_view wanted) {
    EXPECT_TRUE(same_json(without(encoded(event), {"type", "n", "session", "seq", "t_ns"}), wanted))
        << encoded(event);
}

TEST(EventTest, IsStamped) {
    EXPECT_TRUE(
        same_json(encoded(Countdown{}),
                  R"({"type": "event", "event": "countdown", "n": 17, "session": 2, "seq": 4711, "t_ns": 123})"));
}

TEST(HelloTest, SaysWhatIsSpokenAndWhatIsHeld) {
    EXPECT_TRUE(same_json(encode_hello({"0.1.0", "BM217", "00ff", 3, 9}), R"({
        "type": "hello", "protocol": 1, "layout": 1, "header_size": 100, "player_size": 112, "plugin": "0.1.0",
        "game": "BM217", "instance": "00ff", "first_event": 3, "last_event": 9})"));
}

TEST(ResultTest, SaysWhatBecameOfACommand) {
    EXPECT_TRUE(same_json(encode_result({"a1", Outcome::cancelled, "by the player"}),
                          R"({"type": "result", "id": "a1", "status": "cancelled", "reason": "by the player"})"));
    EXPECT_EQ(text_in(encode_result({"a1", Outcome::done, ""}), "status"), "done");
    EXPECT_EQ(text_in(encode_result({"a1", Outcome::refused, ""}), "status"), "refused");
}

TEST(EventTest, SaysWhatIsKnown) {
    expect_fields(SessionStarted{SessionKind::lan, "Stadium_P", "A1B2", 6, "Private", 2, 1'790'000'000},
                  R"({"event": "session_started", "kind": "lan", "map": "Stadium_P", "match_guid": "A1B2",
                      "playlist_id": 6, "match_type": "Private", "team_size": 2, "started_at": 1790000000})");
    expect_fields(PlayerSeated{3, "epic:1", "Jörg", 1, false, true},
                  R"({"event": "player", "player": 3, "id": "epic:1", "name": "Jörg", "team": 1, "is_bot": false,
                      "local": true})");
    expect_fields(PlayerLeft{3}, R"({"event": "player_left", "player": 3})");
    expect_fields(Touch{3, 0, {1, -2, 92.75F}, 512.5F},
                  R"({"event": "touch", "player": 3, "team": 0, "position": [1, -2, 92.75],
                      "speed_change_uu_s": 512.5})");
    expect_fields(Goal{1, 3, {0, -5120, 100}, 2300},
                  R"({"event": "goal", "team": 1, "player": 3, "position": [0, -5120, 100], "speed_uu_s": 2300})");
    expect_fields(Demolition{3, 4, {1, 2, 3}},
                  R"({"event": "demolition", "player": 3, "other": 4, "position": [1, 2, 3]})");
    expect_fields(Stat{3, "EpicSave", 4}, R"({"event": "stat", "player": 3, "name": "EpicSave", "other": 4})");
    expect_fields(PadTaken{3, {1, 2, 3}, true, 25.5F},
                  R"({"event": "pad", "player": 3, "position": [1, 2, 3], "big": true, "boost_before": 25.5})");
    expect_fields(PadBack{{1, 2, 3}, false}, R"({"event": "pad_back", "position": [1, 2, 3], "big": false})");
    expect_fields(DodgeRefresh{3}, R"({"event": "dodge_refresh", "player": 3})");
    expect_fields(Paused{true}, R"({"event": "paused", "paused": true})");
    expect_fields(MatchEnded{1}, R"({"event": "match_ended", "winner": 1})");
    expect_fields(ReplaySaved{"C:\\a b.replay"}, R"({"event": "replay_saved", "path": "C:\\a b.replay"})");
    expect_fields(TrainingPack{"A503-264C-A7EB-D282", "Ground", 10, "Someone"},
                  R"({"event": "training_pack", "code": "A503-264C-A7EB-D282", "name": "Ground", "shots": 10,
                      "creator": "Someone"})");
    expect_fields(TrainingShot{2, 10}, R"({"event": "training_shot", "shot": 2, "shots": 10})");
    expect_fields(TrainingAttempt{2, false}, R"({"event": "training_attempt", "shot": 2, "goal": false})");
    expect_fields(SessionEnded{"left"}, R"({"event": "session_ended", "reason": "left"})");
    expect_fields(Overflow{12}, R"({"event": "overflow", "lost": 12})");
}

TEST(EventTest, SaysOnlyItsNameWhereThereIsNoMore) {
    expect_fields(Countdown{}, R"({"event": "countdown"})");
    expect_fields(RoundStarted{}, R"({"event": "round_started"})");
    expect_fields(GoalReplayStarted{}, R"({"event": "goal_replay_started"})");
    expect_fields(GoalReplayEnded{}, R"({"event": "goal_replay_ended"})");
    expect_fields(Overtime{}, R"({"event": "overtime"})");
}

TEST(EventTest, WritesTheUnknownAsNull) {
    expect_fields(SessionStarted{},
                  R"({"event": "session_started", "kind": "unknown", "map": "", "match_guid": null,
                      "playlist_id": null, "match_type": null, "team_size": null, "started_at": 0})");
    expect_fields(Touch{}, R"({"event": "touch", "player": null, "team": null, "position": [null, null, null],
                      "speed_change_uu_s": null})");
    expect_fields(Stat{-1, "Shot", -1}, R"({"event": "stat", "player": null, "name": "Shot", "other": null})");
    expect_fields(MatchEnded{}, R"({"event": "match_ended", "winner": null})");
    expect_fields(TrainingAttempt{1, std::nullopt}, R"({"event": "training_attempt", "shot": 1, "goal": null})");
    PadTaken taken;
    taken.boost_before = std::numeric_limits<float>::infinity();
    EXPECT_TRUE(is_null_in(encoded(taken), "boost_before"));
}

TEST(EventTest, ReplacesBytesThatAreNotText) {
    EXPECT_EQ(text_in(encoded(PlayerSeated{1, "bot:\xE9", "a\xFFz", 0, true, false}), "name"), "a\xEF\xBF\xBDz");
}

TEST(EventTest, IsNeverTooLong) {
    const std::string worst(1'000, '\x01');  // each byte becomes six
    EXPECT_LT(encode_event(1, {.event = ReplaySaved{worst}}).size(), 16U * 1024U);
    EXPECT_LT(encode_event(1, {.event = PlayerSeated{1, worst, worst, 0, false, false}}).size(), 16U * 1024U);
    EXPECT_LT(encode_result({worst, Outcome::refused, worst}).size(), 16U * 1024U);
}

}  // namespace
}  // namespace rockettrainer
