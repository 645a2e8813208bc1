// What happens in a game besides its ticks. Plain structures of fixed size: the game thread copies one and goes on.
//
// Unknown is NaN, -1 or an empty text, and goes over the wire as null. `player` is the number a `PlayerSeated` gave.
// Positions are in uu, speeds in uu/s. Each structure's `kName` is its name on the wire.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

#include "rockettrainer/text.hpp"
#include "rockettrainer/tick.hpp"

namespace rockettrainer {

inline constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
using Position = std::array<float, 3>;
inline constexpr Position kNowhere{kUnknown, kUnknown, kUnknown};

struct SessionStarted {
    static constexpr std::string_view kName = "session_started";
    SessionKind kind = SessionKind::unknown;
    Text<64> map{};
    Text<64> match_guid{};
    std::int32_t playlist_id = -1;
    Text<64> match_type{};
    std::int32_t team_size = -1;
    std::int64_t started_at_s = 0;  // Unix time; `Link::begin_session` fills it in
};

// Somebody sits down, or changes team or name.
struct PlayerSeated {
    static constexpr std::string_view kName = "player";
    std::int8_t player = -1;
    Text<128> id{};  // "steam:7656…", "epic:…", "bot:NAME"
    Text<128> name{};
    std::int8_t team = -1;
    bool is_bot = false;
    bool local = false;
};

struct PlayerLeft {
    static constexpr std::string_view kName = "player_left";
    std::int8_t player = -1;
};

struct Countdown {
    static constexpr std::string_view kName = "countdown";
};

struct RoundStarted {
    static constexpr std::string_view kName = "round_started";
};

struct Touch {
    static constexpr std::string_view kName = "touch";
    std::int8_t player = -1;
    std::int8_t team = -1;
    Position position = kNowhere;
    float speed_change_uu_s = kUnknown;  // how much the ball's velocity changed
};

struct Goal {
    static constexpr std::string_view kName = "goal";
    std::int8_t team = -1;
    std::int8_t player = -1;
    Position position = kNowhere;  // the ball's
    float speed_uu_s = kUnknown;
};

struct GoalReplayStarted {
    static constexpr std::string_view kName = "goal_replay_started";
};

struct GoalReplayEnded {
    static constexpr std::string_view kName = "goal_replay_ended";
};

struct Demolition {
    static constexpr std::string_view kName = "demolition";
    std::int8_t player = -1;
    std::int8_t other = -1;
    Position position = kNowhere;
};

struct Stat {
    static constexpr std::string_view kName = "stat";
    std::int8_t player = -1;
    Text<64> name{};  // the game's own: Shot, Save, EpicSave, Assist, …
    std::int8_t other = -1;
};

struct PadTaken {
    static constexpr std::string_view kName = "pad";
    std::int8_t player = -1;
    Position position = kNowhere;
    bool big = false;
    float boost_before = kUnknown;  // 0 to 100
};

struct PadBack {
    static constexpr std::string_view kName = "pad_back";
    Position position = kNowhere;
    bool big = false;
};

struct DodgeRefresh {
    static constexpr std::string_view kName = "dodge_refresh";
    std::int8_t player = -1;
};

struct Overtime {
    static constexpr std::string_view kName = "overtime";
};

struct Paused {
    static constexpr std::string_view kName = "paused";
    bool paused = false;
};

struct MatchEnded {
    static constexpr std::string_view kName = "match_ended";
    std::int8_t winner = -1;  // team
};

struct ReplaySaved {
    static constexpr std::string_view kName = "replay_saved";
    Text<512> path{};
};

struct TrainingPack {
    static constexpr std::string_view kName = "training_pack";
    Text<32> code{};
    Text<128> name{};
    std::int32_t shots = -1;
    Text<128> creator{};
};

struct TrainingShot {
    static constexpr std::string_view kName = "training_shot";
    std::int32_t shot = -1;
    std::int32_t shots = -1;
};

struct TrainingAttempt {
    static constexpr std::string_view kName = "training_attempt";
    std::int32_t shot = -1;
    std::optional<bool> goal{};
};

struct SessionEnded {
    static constexpr std::string_view kName = "session_ended";
    Text<64> reason{};
};

// More events than are kept went unacknowledged, and the session ends here. Only the event log makes this one.
struct Overflow {
    static constexpr std::string_view kName = "overflow";
    std::uint64_t lost = 0;
};

using Event =
    std::variant<SessionStarted, PlayerSeated, PlayerLeft, Countdown, RoundStarted, Touch, Goal, GoalReplayStarted,
                 GoalReplayEnded, Demolition, Stat, PadTaken, PadBack, DodgeRefresh, Overtime, Paused, MatchEnded,
                 ReplaySaved, TrainingPack, TrainingShot, TrainingAttempt, SessionEnded, Overflow>;

// An event with when it happened.
struct StampedEvent {
    std::uint32_t session = 0;
    std::uint32_t seq = 0;  // the first tick recorded at or after it
    std::int64_t time_ns = 0;
    Event event;
};

static_assert(std::is_trivially_copyable_v<StampedEvent>);

}  // namespace rockettrainer
