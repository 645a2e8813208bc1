#include "session_watch.hpp"

#include "rockettrainer/clock.hpp"

namespace rockettrainer::adapter {

namespace {

// As long as other plugins wait after a game's objects appear.
constexpr std::int64_t kSettled_ns = 50'000'000;

SessionKind kind_of(GameWrapper& game, ServerWrapper& server) {
    if (game.IsInReplay()) return SessionKind::replay;
    if (game.IsInFreeplay()) return SessionKind::freeplay;
    if (game.IsInCustomTraining()) return SessionKind::custom_training;
    if (!game.IsInOnlineGame()) return SessionKind::bots;
    return server.IsPlayingLan() || server.IsPlayingPrivate() ? SessionKind::lan : SessionKind::online;
}

SessionStarted facts_of(GameWrapper& game, ServerWrapper& server, SessionKind kind) {
    GameSettingPlaylistWrapper playlist = server.GetPlaylist();
    return {
        .kind = kind,
        .map = game.GetCurrentMap(),
        .match_guid = server.GetMatchGUID(),
        .playlist_id = playlist.IsNull() ? -1 : playlist.GetPlaylistId(),
        .match_type = server.GetMatchTypeName(),
        .team_size = server.GetMaxTeamSize(),
    };
}

}  // namespace

SessionWatch::Seen SessionWatch::see() {
    ServerWrapper server = game_.GetCurrentGameState();
    if (server.IsNull()) return {};
    return {server.memory_address, kind_of(game_, server)};
}

void SessionWatch::look() {
    if (const Seen now = see(); now != seen_) {
        end("left");
        seen_ = now;
        seen_since_ns_ = now_ns();
    }
    if (!session_ && seen_.game != 0 && now_ns() - seen_since_ns_ >= kSettled_ns) begin();
}

void SessionWatch::countdown_began() {
    if (!session_ || !session_->has_ended()) return;
    end("restarted");
    begin();
}

void SessionWatch::begin() {
    ServerWrapper server = game_.GetCurrentGameState();
    if (server.IsNull() || link_.begin_session(facts_of(game_, server, seen_.kind)) == 0) return;
    session_.emplace(game_, link_, seen_.kind);
}

void SessionWatch::leave() {
    end("left");
    seen_ = {};
}

void SessionWatch::end(const char* reason) {
    if (!session_) return;
    session_->ends();
    session_.reset();
    link_.end_session(reason);
}

}  // namespace rockettrainer::adapter
