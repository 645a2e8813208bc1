#pragma once

#include "bakkesmod/wrappers/GameEvent/GameSettingPlaylistWrapper.h"
#include "bakkesmod/wrappers/GameEvent/ReplayDirectorWrapper.h"
#include "bakkesmod/wrappers/GameObject/BallWrapper.h"
#include "bakkesmod/wrappers/GameObject/PriWrapper.h"
#include "bakkesmod/wrappers/GameObject/TeamWrapper.h"
#include "bakkesmod/wrappers/arraywrapper.h"

class ServerWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    std::string GetMatchGUID() { return game().guid; }
    std::string GetMatchTypeName() const { return game().match_type; }
    GameSettingPlaylistWrapper GetPlaylist() { return {host::address(&game().playlist)}; }
    int GetMaxTeamSize() { return game().team_size; }
    bool IsPlayingLan() { return game().lan; }
    bool IsPlayingPrivate() { return game().lan; }
    bool HasAuthority() { return game().authority; }

    BallWrapper GetBall() { return {host::address(&game().ball)}; }
    ArrayWrapper<PriWrapper> GetPRIs() { return {reinterpret_cast<std::uintptr_t>(&game().pris)}; }
    ArrayWrapper<TeamWrapper> GetTeams() { return {reinterpret_cast<std::uintptr_t>(&game().team_list)}; }
    TeamWrapper GetMatchWinner() {
        const host::Game& now = game();
        return {now.winner < 0 ? 0 : host::address(&now.teams.at(static_cast<std::size_t>(now.winner)))};
    }
    ReplayDirectorWrapper GetReplayDirector() { return {host::address(&game().director)}; }

    int GetSecondsRemaining() { return game().clock_s; }
    unsigned long GetbUnlimitedTime() { return game().unlimited; }
    unsigned long GetbOverTime() { return game().overtime; }
    unsigned long GetbRoundActive() { return game().round_active; }
    unsigned long GetbMatchEnded() { return game().ended; }
    unsigned long GetbBallHasBeenHit() { return game().ball_hit; }
    int GetReplicatedRoundCountDownNumber() { return game().countdown; }

 protected:
    [[nodiscard]] host::Game& game() const { return state<host::Game>(); }
};
