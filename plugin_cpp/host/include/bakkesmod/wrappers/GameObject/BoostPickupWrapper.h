#pragma once

#include "bakkesmod/wrappers/Engine/ActorWrapper.h"

class BoostPickupWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    Vector GetLocation() { return state<host::Pad>().location; }
    float GetRespawnDelay() { return state<host::Pad>().big ? 10.0F : 4.0F; }
};
