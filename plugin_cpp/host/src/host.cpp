// The plugin's life, time, and the game as a whole.
#include "host/host.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "rockettrainer/clock.hpp"

namespace host {

namespace {

constexpr std::int64_t kFrame_ns = 10'000'000;
// The plugin lets a game settle for 50 ms before it believes what it says.
constexpr double kSettle_s = 0.1;

Mode mode_of(rockettrainer::SessionKind kind) {
    using enum rockettrainer::SessionKind;
    switch (kind) {
        case freeplay:
            return Mode::freeplay;
        case custom_training:
            return Mode::training;
        case bots:
            return Mode::exhibition;
        case lan:
        case online:
            return Mode::online;
        case replay:
            return Mode::replay;
        default:
            throw std::invalid_argument("a game is of some kind");
    }
}

}  // namespace

Host::Host(const std::string& home) {
    engine_.saved["rockettrainer_home"] = home;
}

Host::~Host() {
    unload();
}

void Host::load() {
    if (plugin_) return;
    plugin_ = make_plugin();
    plugin_->cvarManager = cvar_manager_;
    plugin_->gameWrapper = game_wrapper_;
    plugin_->onLoad();
}

void Host::unload() {
    if (!plugin_) return;
    plugin_->onUnload();
    engine_.forget_plugin();
    plugin_.reset();
}

void Host::frame() {
    engine_.run_due(game_wrapper_.get());
    engine_.fire("Function Engine.GameViewportClient.Tick");
}

void Host::run_timeouts(double seconds) {
    const std::int64_t until = rockettrainer::now_ns() + static_cast<std::int64_t>(seconds * 1e9);
    while (rockettrainer::now_ns() < until) {
        set_clock_ns(std::min(rockettrainer::now_ns() + kFrame_ns, until));
        frame();
    }
}

void Host::tick(std::int64_t clock_ns, int physics_frame) {
    set_clock_ns(clock_ns);
    engine_.physics.frame = physics_frame;
    // In a replay nobody drives.
    for (int seat = 0; engine_.mode != Mode::replay && seat < seats_; ++seat) {
        if (Car& car = pris_[static_cast<std::size_t>(seat)].car; car.alive) {
            engine_.fire("Function TAGame.Car_TA.SetVehicleInput", address(&car), &car.input);
        }
    }
    frame();
}

void Host::step(const rockettrainer::TickHeader& header, std::span<const rockettrainer::PlayerTick> players) {
    const bool overtime_begins = header.overtime == 1 && !engine_.game.overtime;
    set_state(header);
    if (overtime_begins) overtime();
    enter(header.phase);
    set_cars(players);
    tick(header.time_ns, header.physics_frame);
}

void Host::open_game(rockettrainer::SessionKind kind, const GameFacts& facts) {
    using rockettrainer::SessionKind;
    close_game();
    engine_.mode = mode_of(kind);
    engine_.map = facts.map;
    Game& game = engine_.game;
    game = Game{};
    game.alive = true;
    game.guid = facts.guid;
    game.match_type = facts.match_type;
    game.team_size = facts.team_size;
    game.lan = kind == SessionKind::lan;
    game.playlist.alive = facts.playlist_id >= 0;
    game.playlist.id = facts.playlist_id;
    game.unlimited = kind == SessionKind::freeplay || kind == SessionKind::custom_training;
    game.round_active = game.unlimited;
    game.director.alive = game.director.replay.alive = true;
    for (Team& team : game.teams) {
        team.alive = true;
        team.index = static_cast<int>(&team - game.teams.data());
        game.team_list.add(team);
    }
    phase_ = game.round_active ? rockettrainer::Phase::active : rockettrainer::Phase::waiting;
    before_pause_.reset();
    list_seats();
    run_timeouts(kSettle_s);
}

void Host::close_game() {
    if (!engine_.game.alive) return;
    engine_.fire("Function TAGame.GameEvent_Soccar_TA.Destroyed", address(&engine_.game));
    engine_.game.alive = false;
    engine_.mode = Mode::none;
    engine_.paused = false;
    for (int i = 0; i < seats_; ++i) leave(i);
    frame();
}

void Host::set_game(const GameChange& change) {
    Game& game = engine_.game;
    if (change.clock_s) {
        game.unlimited = std::isnan(*change.clock_s);
        if (!game.unlimited) game.clock_s = static_cast<int>(*change.clock_s);
    }
    if (change.score) {
        for (Team& team : game.teams) team.score = change.score->at(static_cast<std::size_t>(team.index));
    }
    game.overtime = change.overtime.value_or(game.overtime);
    game.round_active = change.round_active.value_or(game.round_active);
    game.ended = change.ended.value_or(game.ended);
    game.ball_hit = change.ball_hit.value_or(game.ball_hit);
    game.authority = change.authority.value_or(game.authority);
    game.countdown = change.countdown.value_or(game.countdown);
    engine_.paused = change.paused.value_or(engine_.paused);
}

void Host::set_cvar(const std::string& name, const std::string& value) {
    engine_.saved[name] = value;
    if (CVarWrapper cvar = cvar_manager_->getCvar(name); !cvar.IsNull()) cvar.setValue(value);
}

void Host::notify(const std::string& name) {
    const Notifier notifier = engine_.notifiers.at(name);
    notifier({name});
}

}  // namespace host
