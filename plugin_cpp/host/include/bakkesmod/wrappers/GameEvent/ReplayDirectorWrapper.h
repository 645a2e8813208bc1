#pragma once

#include "bakkesmod/wrappers/GameEvent/ReplaySoccarWrapper.h"

class ReplayDirectorWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    ReplaySoccarWrapper GetReplay() { return {host::address(&state<host::Director>().replay)}; }
};
