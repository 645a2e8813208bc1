#include "session.hpp"

#include "replay_saver.hpp"
#include "rockettrainer/clock.hpp"

namespace rockettrainer::adapter {

namespace {

constexpr int kPhysics_hz = 120;
constexpr std::int64_t kSecond_ns = 1'000'000'000;
// Where physics stand still (a pause), a tick now and then says that the plugin lives.
constexpr std::int64_t kHeartbeat_ns = kSecond_ns / 20;

std::int8_t winner_of(ServerWrapper& server, const TickHeader& last) {
    if (TeamWrapper team = server.GetMatchWinner(); !team.IsNull()) return team_number(team.GetTeamIndex());
    const auto [blue, orange] = last.team_score;
    if (blue == orange) return -1;
    return blue > orange ? std::int8_t{0} : std::int8_t{1};
}

}  // namespace

bool Session::is_match() const {
    return kind_ == SessionKind::bots || kind_ == SessionKind::lan || kind_ == SessionKind::online;
}

std::int32_t Session::physics_frame() {
    EngineTAWrapper engine = game_.GetEngine();
    return engine.IsNull() ? -1 : engine.GetPhysicsFrame();
}

void Session::car_moves(int rate_hz) {
    const std::int32_t frame = physics_frame(), last = tick_.header.physics_frame;
    if (frame == last) return;
    if (frame > last && last >= 0 && frame - last < kPhysics_hz / rate_hz) return;
    record(frame);
}

void Session::frame_drawn(int rate_hz) {
    if (kind_ == SessionKind::custom_training) {
        TrainingEditorWrapper training(game_.GetCurrentGameState().memory_address);
        if (!training.IsNull()) training_.look(training);
    }
    const std::int64_t since_ns = now_ns() - tick_.header.time_ns;
    const std::int32_t frame = physics_frame();
    // Frames are not drawn evenly: a tenth of a tick early is on time.
    const bool due = since_ns >= kSecond_ns / rate_hz * 9 / 10;
    if (due && (frame != tick_.header.physics_frame || since_ns >= kHeartbeat_ns)) record(frame);
}

void Session::record(std::int32_t physics_frame) {
    ServerWrapper server = game_.GetCurrentGameState();
    if (server.IsNull()) return;
    const Surroundings surroundings{kind_, phases_.now(server, game_.IsPaused()), physics_frame, now_ns()};
    sample(server, surroundings, roster_, link_, tick_);
    happenings_.settle(&tick_.header);
    link_.record(tick_);
}

void Session::countdown_began() {
    phases_.countdown_began();
    roster_.doubt_names();
    link_.emit(Countdown{});
}

void Session::round_began() {
    phases_.round_began();
    link_.emit(RoundStarted{});
}

void Session::goal_replay(bool begins) {
    if (begins) {
        phases_.goal_replay_began();
        link_.emit(GoalReplayStarted{});
    } else if (phases_.in_goal_replay()) {
        phases_.goal_replay_ended();
        link_.emit(GoalReplayEnded{});
    }
}

// In a goal replay the game plays touches and the goal once more.
void Session::touched(CarWrapper& car) {
    if (phases_.in_goal_replay()) return;
    ServerWrapper server = game_.GetCurrentGameState();
    if (server.IsNull()) return;
    BallWrapper ball = server.GetBall();
    happenings_.touched(car, ball, tick_.header);
}

void Session::scored(BallWrapper& ball, GoalWrapper& goal) {
    if (phases_.in_goal_replay()) return;
    happenings_.scored(ball, goal);
    if (kind_ == SessionKind::custom_training) training_.scored();
}

// Where there is no match, the ball comes back at once and play goes on.
void Session::ball_exploded() {
    if (is_match() || kind_ == SessionKind::replay) phases_.ball_exploded();
}

void Session::overtime_changed(ServerWrapper& server) {
    const bool overtime = !server.IsNull() && server.GetbOverTime() != 0;
    if (overtime && !overtime_) link_.emit(Overtime{});
    overtime_ = overtime;
}

void Session::pause_changed() {
    const bool paused = game_.IsPaused();
    if (paused != paused_) link_.emit(Paused{paused});
    paused_ = paused;
}

void Session::attempt_began() {
    if (kind_ == SessionKind::custom_training) training_.attempt_began();
}

std::string Session::match_ended(ServerWrapper& server, const std::filesystem::path& folder) {
    if (server.IsNull() || phases_.ended()) return {};
    phases_.match_ended();
    happenings_.settle(nullptr);
    link_.emit(MatchEnded{winner_of(server, tick_.header)});
    if (!is_match()) return {};
    const SavedReplay saved = save_replay(server, folder);
    if (!saved.problem.empty()) return saved.problem;
    const std::u8string path = saved.path.u8string();
    link_.emit(ReplaySaved{std::string(path.begin(), path.end())});
    return {};
}

void Session::ends() {
    happenings_.settle(nullptr);
    training_.ended();
}

}  // namespace rockettrainer::adapter
