#pragma once

#include "bakkesmod/wrappers/Engine/ActorWrapper.h"

class RBActorWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    RBState GetRBState() { return state<host::Body>().state; }
    Vector GetLocation() { return state<host::Body>().state.Location; }
    Vector GetVelocity() { return state<host::Body>().state.LinearVelocity; }
};
