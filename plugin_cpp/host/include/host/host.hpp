// The stand-in for the game, with the plugin in it. It does nothing by itself: whoever holds it says what is on the
// field and what happens there, and reads what the plugin did.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bakkesmod/plugin/bakkesmodplugin.h"
#include "host/engine.hpp"
#include "rockettrainer/tick.hpp"

namespace host {

struct GameFacts {
    std::string map = "Stadium_P";
    std::string guid, match_type;
    int playlist_id = -1;  // -1 for none
    int team_size = 3;
};

// What is given is set.
struct GameChange {
    std::optional<float> clock_s;  // NaN for a game without a clock
    std::optional<std::array<int, 2>> score;
    std::optional<bool> overtime, round_active, ended, paused, ball_hit, authority;
    std::optional<int> countdown;
};

class Host {
 public:
    explicit Host(const std::string& home);
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    ~Host();

    // The plugin's life.
    void load();
    void unload();
    [[nodiscard]] BakkesMod::Plugin::BakkesModPlugin* plugin() { return plugin_.get(); }

    // Time.
    void frame();
    void run_timeouts(double seconds);
    void tick(std::int64_t clock_ns, int physics_frame);
    void step(const rockettrainer::TickHeader& header, std::span<const rockettrainer::PlayerTick> players);

    // What the game is.
    void open_game(rockettrainer::SessionKind kind, const GameFacts& facts = {});
    void close_game();
    void set_game(const GameChange& change);
    void set_state(const rockettrainer::TickHeader& header);

    // Who plays.
    int seat(const std::string& player_id, const std::string& name, int team, bool is_bot = false,
             bool local = false);
    void change(int seat, const std::optional<std::string>& name, std::optional<int> team);
    void set_spectator(int seat, bool spectator) { pri(seat).spectator = spectator; }
    void leave(int seat);
    void set_cars(std::span<const rockettrainer::PlayerTick> players);
    void set_ball(const RBState& state);
    void remove_ball() { engine_.game.ball.alive = false; }

    // What happens.
    void enter(rockettrainer::Phase phase);
    void countdown() { enter(rockettrainer::Phase::countdown); }
    void start_round() { enter(rockettrainer::Phase::active); }
    void touch(int seat);
    void goal(int seat, int team);
    void goal_replay(bool begin);
    void demolish(int attacker, int victim);
    void stat(int seat, const std::string& name, int other = -1);
    void take_pad(int seat, const Vector& position, bool big);
    void pad_back(const Vector& position, bool big);
    void overtime();
    void pause(bool paused);
    void end_match(int winner = -1);
    void set_replay(bool exists, bool corrupt);
    void set_training_pack(const std::string& code, const std::string& name, int shots,
                           const std::string& creator);
    void training_shot(int shot) { engine_.game.shot = shot - 1; }
    void training_attempt() { engine_.fire("Function TAGame.TrainingEditorMetrics_TA.TrainingShotAttempt"); }

    // The console.
    void set_cvar(const std::string& name, const std::string& value);
    void notify(const std::string& name);

    [[nodiscard]] Engine& engine() { return engine_; }

 private:
    [[nodiscard]] Pri& pri(int seat);
    [[nodiscard]] std::uintptr_t pri_address(int seat);
    [[nodiscard]] Pad& pad(const Vector& position, bool big);
    void fire_game(const std::string& event) { engine_.fire(event, address(&engine_.game)); }
    void leave_phase();
    void list_seats();

    Engine engine_;
    std::array<Pri, kMostSeats> pris_;
    int seats_ = 0;
    std::list<Pad> pads_;
    rockettrainer::Phase phase_ = rockettrainer::Phase::waiting;
    std::optional<rockettrainer::Phase> before_pause_;
    std::shared_ptr<CVarManagerWrapper> cvar_manager_ = std::make_shared<CVarManagerWrapper>(engine_);
    std::shared_ptr<GameWrapper> game_wrapper_ = std::make_shared<GameWrapper>(engine_);
    std::shared_ptr<BakkesMod::Plugin::BakkesModPlugin> plugin_;
};

}  // namespace host
