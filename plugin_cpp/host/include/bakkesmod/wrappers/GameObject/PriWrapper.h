#pragma once

#include "bakkesmod/wrappers/Engine/UnrealStringWrapper.h"
#include "bakkesmod/wrappers/GameObject/CarWrapper.h"
#include "bakkesmod/wrappers/UniqueIDWrapper.h"

class PriWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    UnrealStringWrapper GetPlayerName() { return {reinterpret_cast<std::uintptr_t>(&pri().name)}; }
    UniqueIDWrapper GetUniqueIdWrapper() { return UniqueIDWrapper(pri()); }
    int GetPlayerID() { return pri().player_id; }
    unsigned char GetTeamNum() { return pri().team; }
    unsigned long GetbBot() { return pri().bot; }
    bool IsLocalPlayerPRI() { return pri().local; }
    bool IsSpectator() { return pri().spectator; }
    unsigned long GetbUsingSecondaryCamera() { return pri().ball_cam; }
    int GetRespawnTimeRemaining() { return pri().respawn_s; }
    int GetMatchScore() { return pri().score; }
    int GetMatchGoals() { return pri().goals; }
    int GetMatchAssists() { return pri().assists; }
    int GetMatchSaves() { return pri().saves; }
    int GetMatchShots() { return pri().shots; }
    CarWrapper GetCar() { return {host::address(&pri().car)}; }

 private:
    [[nodiscard]] host::Pri& pri() const { return state<host::Pri>(); }
};

inline PriWrapper CarWrapper::GetPRI() {
    return {host::address(car().pri)};
}
