#pragma once

#include "bakkesmod/wrappers/Engine/ActorWrapper.h"

class TeamWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    int GetScore() { return state<host::Team>().score; }
    int GetTeamIndex() { return state<host::Team>().index; }
};
