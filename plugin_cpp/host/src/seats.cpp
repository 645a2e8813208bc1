// Who plays, and the records that say where everything is.
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "host/host.hpp"

namespace host {

namespace {

using rockettrainer::PlayerTick;
using rockettrainer::TickHeader;

Vector vector(const std::array<float, 3>& xyz) {
    return {xyz[0], xyz[1], xyz[2]};
}
Quat quat(const std::array<float, 4>& xyzw) {
    return {xyzw[3], xyzw[0], xyzw[1], xyzw[2]};
}

unsigned char team_number(int team) {
    return team == 0 || team == 1 ? static_cast<unsigned char>(team) : 255;
}

void take_account(Pri& pri, std::string_view id) {
    const std::size_t colon = id.find(':');
    const std::string_view platform = id.substr(0, colon);
    std::string_view account = colon == std::string_view::npos ? "" : id.substr(colon + 1);
    if (const std::size_t slash = account.find('/'); slash != std::string_view::npos) {
        pri.split = static_cast<unsigned char>(std::stoi(std::string(account.substr(slash + 1))));
        account = account.substr(0, slash);
    }
    pri.platform = platform == "steam"    ? OnlinePlatform_Steam
                   : platform == "epic"   ? OnlinePlatform_Epic
                   : platform == "ps4"    ? OnlinePlatform_PS4
                   : platform == "xbox"   ? OnlinePlatform_Dingo
                   : platform == "switch" ? OnlinePlatform_NNX
                   : platform == "psynet" ? OnlinePlatform_PsyNet
                   : platform == "qq"     ? OnlinePlatform_QQ
                                          : OnlinePlatform_Unknown;
    if (pri.platform == OnlinePlatform_Epic) {
        pri.epic_id = account;
    } else {
        std::from_chars(account.data(), account.data() + account.size(), pri.uid);
    }
}

void set_component(Component& part, std::int8_t active) {
    part.alive = active >= 0;
    part.active = active > 0;
}

void set_input(ControllerInput& input, const PlayerTick& player) {
    input.Throttle = player.throttle;
    input.Steer = player.steer;
    input.Pitch = player.pitch;
    input.Yaw = player.yaw;
    input.Roll = player.roll;
    input.DodgeForward = player.dodge_forward;
    input.DodgeStrafe = player.dodge_strafe;
    input.Handbrake = player.handbrake > 0;
    input.Jump = player.jump_held > 0;
    input.HoldingBoost = input.ActivateBoost = player.boosting > 0;
}

void set_car(Car& car, const PlayerTick& player) {
    car.alive = !std::isnan(player.position[0]);
    car.hidden = player.demolished > 0;
    if (!car.alive) return;
    car.state.Location = vector(player.position);
    car.state.LinearVelocity = vector(player.velocity);
    car.state.AngularVelocity = vector(player.angular_velocity);
    car.state.Quaternion = quat(player.rotation);
    car.on_ground = player.on_ground > 0;
    car.supersonic = player.supersonic > 0;
    car.has_flip = player.has_flip > 0;
    car.wheels = std::max<int>(player.wheels, 0);
    set_component(car.jump, player.jumping);
    set_component(car.double_jump, player.double_jumping);
    set_component(car.dodge, player.dodging);
    car.boost.alive = !std::isnan(player.boost);
    car.boost.active = player.boosting > 0;
    car.boost.amount = player.boost / 100;
    set_input(car.input, player);
}

}  // namespace

Pri& Host::pri(int seat) {
    if (seat < 0 || seat >= seats_) throw std::out_of_range("there is no such seat");
    return pris_[static_cast<std::size_t>(seat)];
}

std::uintptr_t Host::pri_address(int seat) {
    return seat < 0 ? 0 : address(&pri(seat));
}

int Host::seat(const std::string& player_id, const std::string& name, int team, bool is_bot, bool local) {
    Pri newcomer;
    if (!is_bot) take_account(newcomer, player_id);
    newcomer.name = name;
    newcomer.team = team_number(team);
    newcomer.bot = is_bot;
    newcomer.local = local;
    int seat = 0;
    const auto same = [&](const Pri& old) {
        return !old.alive && old.bot == is_bot && old.uid == newcomer.uid && old.epic_id == newcomer.epic_id &&
               old.split == newcomer.split && (!is_bot || old.name == name);
    };
    while (seat < seats_ && !same(pris_[static_cast<std::size_t>(seat)])) ++seat;
    if (seat == kMostSeats) throw std::length_error("all seats are taken");
    seats_ = std::max(seats_, seat + 1);
    newcomer.player_id = pri(seat).player_id + kMostSeats;
    newcomer.alive = true;
    pri(seat) = newcomer;
    pri(seat).car.pri = &pri(seat);
    list_seats();
    return seat;
}

void Host::change(int seat, const std::optional<std::string>& name, std::optional<int> team) {
    if (name) pri(seat).name = *name;
    if (team) pri(seat).team = team_number(*team);
}

void Host::leave(int seat) {
    pri(seat).alive = pri(seat).car.alive = false;
    list_seats();
}

void Host::list_seats() {
    engine_.game.pris.clear();
    for (int seat = 0; seat < seats_; ++seat) {
        if (pri(seat).alive) engine_.game.pris.add(pri(seat));
    }
}

void Host::set_cars(std::span<const PlayerTick> players) {
    for (const PlayerTick& player : players) {
        Pri& who = pri(player.player);
        who.ball_cam = player.ball_cam > 0;
        who.respawn_s = player.demolished > 0 ? 3 : 0;
        who.score = player.score;
        who.goals = player.goals;
        who.assists = player.assists;
        who.saves = player.saves;
        who.shots = player.shots;
        set_car(who.car, player);
    }
}

void Host::set_ball(const RBState& state) {
    engine_.game.ball.alive = true;
    engine_.game.ball.state = state;
}

void Host::set_state(const TickHeader& header) {
    Game& game = engine_.game;
    GameChange change;
    change.clock_s = header.clock_s;
    change.score = std::array<int, 2>{header.team_score[0], header.team_score[1]};
    change.overtime = header.overtime > 0;
    change.ball_hit = header.ball_hit > 0;
    change.countdown = header.countdown;
    set_game(change);
    game.ball.hit_team = team_number(header.ball_team);
    if (std::isnan(header.ball_position[0])) return remove_ball();
    RBState state;
    state.Location = vector(header.ball_position);
    state.LinearVelocity = vector(header.ball_velocity);
    state.AngularVelocity = vector(header.ball_angular_velocity);
    state.Quaternion = quat(header.ball_rotation);
    set_ball(state);
}

}  // namespace host
