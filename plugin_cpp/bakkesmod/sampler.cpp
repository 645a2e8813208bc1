#include "sampler.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rockettrainer::adapter {

namespace {

template <typename To>
To clamped(int number) {
    return static_cast<To>(
        std::clamp<int>(number, std::numeric_limits<To>::min(), std::numeric_limits<To>::max()));
}

std::int8_t flag(unsigned long on) {
    return on != 0 ? std::int8_t{1} : std::int8_t{0};
}

// One byte as it goes over the network: 0 is -1, 128 is 0, 255 is 1. As replays have it.
float axis(unsigned char raw) {
    return raw == 255 ? 1.0F : (static_cast<float>(raw) - 128) / 128;
}

std::int8_t active(CarComponentWrapper part) {
    return part.IsNull() ? std::int8_t{-1} : flag(part.GetbActive());
}

void fill_scoreboard(PriWrapper& pri, PlayerTick& player) {
    player.score = pri.GetMatchScore();
    player.goals = clamped<std::int16_t>(pri.GetMatchGoals());
    player.assists = clamped<std::int16_t>(pri.GetMatchAssists());
    player.saves = clamped<std::int16_t>(pri.GetMatchSaves());
    player.shots = clamped<std::int16_t>(pri.GetMatchShots());
}

void fill_no_car(PlayerTick& player) {
    player.position = player.velocity = player.angular_velocity = kNowhere;
    player.rotation = {kUnknown, kUnknown, kUnknown, kUnknown};
    player.boost = kUnknown;
    player.throttle = player.steer = player.pitch = player.yaw = player.roll = kUnknown;
    player.dodge_forward = player.dodge_strafe = kUnknown;
}

void fill_body(CarWrapper& car, PlayerTick& player) {
    const RBState body = car.GetRBState();
    player.position = xyz(body.Location);
    player.velocity = xyz(body.LinearVelocity);
    player.angular_velocity = xyz(body.AngularVelocity);
    player.rotation = xyzw(body.Quaternion);
    player.on_ground = flag(car.IsOnGround());
    player.supersonic = flag(car.GetbSuperSonic());
    player.wheels = clamped<std::int8_t>(car.GetNumWheelContacts());
    player.has_flip = flag(car.HasFlip());
}

void fill_parts(CarWrapper& car, PlayerTick& player) {
    player.jumping = active(car.GetJumpComponent());
    player.double_jumping = active(car.GetDoubleJumpComponent());
    player.dodging = active(car.GetDodgeComponent());
    BoostWrapper boost = car.GetBoostComponent();
    player.boosting = active(boost);
    player.boost = boost.IsNull() ? kUnknown : boost.GetCurrentBoostAmount() * 100;
}

void fill_inputs(CarWrapper& car, PlayerTick& player) {
    const ControllerInput input = car.GetInput();
    player.throttle = input.Throttle;
    player.steer = input.Steer;
    player.pitch = input.Pitch;
    player.yaw = input.Yaw;
    player.roll = input.Roll;
    player.dodge_forward = input.DodgeForward;
    player.dodge_strafe = input.DodgeStrafe;
    player.handbrake = flag(input.Handbrake);
    player.jump_held = flag(input.Jump);
}

// Of another's car on another's machine, only what the network carries.
void fill_seen_inputs(CarWrapper& car, PlayerTick& player) {
    player.throttle = axis(car.GetReplicatedThrottle());
    player.steer = axis(car.GetReplicatedSteer());
    player.pitch = player.yaw = player.roll = player.dodge_forward = player.dodge_strafe = kUnknown;
    player.handbrake = flag(car.GetbReplicatedHandbrake());
}

void fill_player(PriWrapper& pri, const Seat& seat, bool inputs_known, PlayerTick& player) {
    player = PlayerTick{};
    player.player = seat.facts.player;
    player.team = seat.facts.team;
    player.on_field = 1;
    player.ball_cam = flag(pri.GetbUsingSecondaryCamera());
    fill_scoreboard(pri, player);
    CarWrapper car = pri.GetCar();
    if (car.IsNull()) {
        player.demolished = flag(pri.GetRespawnTimeRemaining() > 0);
        fill_no_car(player);
        return;
    }
    player.demolished = flag(car.GetbHidden());
    fill_body(car, player);
    fill_parts(car, player);
    if (inputs_known) {
        fill_inputs(car, player);
    } else {
        fill_seen_inputs(car, player);
    }
}

// A flip regained in the air, without having touched the ground in between.
void watch_flip(Seat& seat, const PlayerTick& player, Link& link) {
    if (seat.had_flip == 0 && player.has_flip == 1 && seat.was_on_ground == 0 && player.on_ground == 0) {
        link.emit(DodgeRefresh{seat.facts.player});
    }
    const bool driving = player.demolished == 0;
    seat.was_on_ground = driving ? player.on_ground : std::int8_t{-1};
    seat.had_flip = driving ? player.has_flip : std::int8_t{-1};
}

void fill_ball(ServerWrapper& server, TickHeader& header) {
    BallWrapper ball = server.GetBall();
    if (ball.IsNull()) {
        header.ball_position = header.ball_velocity = header.ball_angular_velocity = kNowhere;
        header.ball_rotation = {kUnknown, kUnknown, kUnknown, kUnknown};
        return;
    }
    const RBState body = ball.GetRBState();
    header.ball_position = xyz(body.Location);
    header.ball_velocity = xyz(body.LinearVelocity);
    header.ball_angular_velocity = xyz(body.AngularVelocity);
    header.ball_rotation = xyzw(body.Quaternion);
    header.ball_team = team_number(ball.GetHitTeamNum());
}

void fill_scores(ServerWrapper& server, TickHeader& header) {
    ArrayWrapper<TeamWrapper> teams = server.GetTeams();
    const int count = teams.IsNull() ? 0 : teams.Count();
    for (int i = 0; i < count; ++i) {
        TeamWrapper team = teams.Get(i);
        if (team.IsNull()) continue;
        const int index = team.GetTeamIndex();
        if (index == 0 || index == 1) {
            header.team_score[static_cast<std::size_t>(index)] = clamped<std::int16_t>(team.GetScore());
        }
    }
}

void fill_header(ServerWrapper& server, const Surroundings& surroundings, TickHeader& header) {
    header = TickHeader{};
    header.time_ns = surroundings.time_ns;
    header.physics_frame = surroundings.physics_frame;
    header.kind = surroundings.kind;
    header.phase = surroundings.phase;
    header.clock_s = server.GetbUnlimitedTime() != 0 ? kUnknown : static_cast<float>(server.GetSecondsRemaining());
    header.overtime = flag(server.GetbOverTime());
    header.countdown = clamped<std::int8_t>(server.GetReplicatedRoundCountDownNumber());
    header.ball_hit = flag(server.GetbBallHasBeenHit());
    fill_scores(server, header);
    fill_ball(server, header);
}

}  // namespace

void sample(ServerWrapper& server, const Surroundings& surroundings, Roster& roster, Link& link, Tick& tick) {
    fill_header(server, surroundings, tick.header);
    // In a replay, cars are moved by what the network once carried, whoever's machine this is.
    const bool is_replay = surroundings.kind == SessionKind::replay;
    const bool is_host = server.HasAuthority();
    ArrayWrapper<PriWrapper> pris = server.GetPRIs();
    const int count = pris.IsNull() ? 0 : pris.Count();
    std::uint8_t filled = 0;
    roster.begin_pass();
    for (int i = 0; i < count; ++i) {
        PriWrapper pri = pris.Get(i);
        Seat* seat = roster.seat(pri);
        if (seat == nullptr || filled == kMostPlayers) continue;
        PlayerTick& player = tick.players[filled++];
        fill_player(pri, *seat, !is_replay && (is_host || seat->facts.local), player);
        watch_flip(*seat, player, link);
    }
    roster.end_pass();
    tick.header.player_count = filled;
    tick.header.local_player = roster.local_player();
}

}  // namespace rockettrainer::adapter
