// One physics tick of a match, as it lies in the ring and goes over the wire: little-endian, packed, version 1.
//
// A tick is a `TickHeader` followed by `player_count` records `PlayerTick`. Unknown is NaN in floats and -1 in
// signed bytes, never 0. Units: unreal units (1 uu = 1 cm), uu/s, rad/s; boost 0 to 100; quaternions x, y, z, w.
// The bindings make NumPy dtypes of these structures, so their members are named as in Python.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace rockettrainer {

inline constexpr std::uint32_t kTickMagic = 0x4B54'5452;  // "RTTK"
inline constexpr std::uint16_t kTickLayout = 1;
inline constexpr std::size_t kMostPlayers = 8;

// As `rockettrainer.match.Phase`.
enum class Phase : std::uint8_t {
    unknown = 0,
    countdown = 1,
    active = 2,
    goal = 3,
    goal_replay = 4,
    ended = 5,
    paused = 6,
    waiting = 7,
};

// What kind of play the game is in.
enum class SessionKind : std::uint8_t {
    unknown = 0,
    freeplay = 1,
    custom_training = 2,
    bots = 3,
    lan = 4,
    replay = 5,
    online = 6,
};

#pragma pack(push, 1)

struct TickHeader {
    std::uint32_t magic = kTickMagic;
    std::uint16_t layout = kTickLayout;
    std::uint8_t player_count = 0;
    std::int8_t local_player = -1;  // `PlayerTick::player` of who plays here
    std::uint32_t seq = 0;          // counts every tick of a plugin's life, dropped ones too
    std::uint32_t dropped = 0;      // ticks lost so far because the ring was full
    std::int64_t time_ns = 0;       // steady clock
    std::int32_t physics_frame = -1;
    std::uint32_t session = 0;  // counts sessions of a plugin's life, from 1
    float clock_s = 0;          // scoreboard: down in regular time, up in overtime
    Phase phase = Phase::unknown;
    SessionKind kind = SessionKind::unknown;
    std::int8_t overtime = -1;
    std::int8_t countdown = -1;  // 3, 2, 1, then 0
    std::int8_t ball_hit = -1;   // 1 once the ball was touched since the kickoff
    std::int8_t ball_team = -1;  // that touched the ball last
    std::array<std::uint8_t, 2> reserved{};
    std::array<std::int16_t, 2> team_score{-1, -1};
    std::array<float, 3> ball_position{};
    std::array<float, 3> ball_velocity{};
    std::array<float, 3> ball_angular_velocity{};
    std::array<float, 4> ball_rotation{};
};

// One person or bot with a seat, whether there is a car at the moment or not (then its floats are NaN).
struct PlayerTick {
    std::int8_t player = -1;  // number within the session, announced by a `player` event
    std::int8_t team = -1;
    std::int8_t on_field = -1;
    std::int8_t demolished = -1;
    std::int8_t boosting = -1;
    std::int8_t handbrake = -1;
    std::int8_t jumping = -1;
    std::int8_t double_jumping = -1;
    std::int8_t dodging = -1;
    std::int8_t ball_cam = -1;
    std::int8_t on_ground = -1;
    std::int8_t supersonic = -1;
    std::int8_t wheels = -1;  // that touch something, 0 to 4
    std::int8_t has_flip = -1;
    std::int8_t jump_held = -1;
    std::int8_t reserved = 0;
    std::array<float, 3> position{};
    std::array<float, 3> velocity{};
    std::array<float, 3> angular_velocity{};
    std::array<float, 4> rotation{};
    float boost = 0;
    float throttle = 0;
    float steer = 0;
    float pitch = 0;
    float yaw = 0;
    float roll = 0;
    float dodge_forward = 0;
    float dodge_strafe = 0;
    std::int32_t score = -1;
    std::int16_t goals = -1;
    std::int16_t assists = -1;
    std::int16_t saves = -1;
    std::int16_t shots = -1;
};

#pragma pack(pop)

static_assert(sizeof(TickHeader) == 100 && sizeof(PlayerTick) == 112);
static_assert(std::is_trivially_copyable_v<TickHeader> && std::is_trivially_copyable_v<PlayerTick>);

// A tick at its largest, as it is kept in the ring.
struct Tick {
    TickHeader header;
    std::array<PlayerTick, kMostPlayers> players;

    [[nodiscard]] std::size_t wire_size() const noexcept {
        return sizeof(TickHeader) + header.player_count * sizeof(PlayerTick);
    }
};

static_assert(sizeof(Tick) == sizeof(TickHeader) + kMostPlayers * sizeof(PlayerTick));

}  // namespace rockettrainer
