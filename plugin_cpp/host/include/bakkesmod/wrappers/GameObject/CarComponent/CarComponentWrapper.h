#pragma once

#include "bakkesmod/wrappers/Engine/ActorWrapper.h"

class CarComponentWrapper : public ActorWrapper {
 public:
    using ActorWrapper::ActorWrapper;

    unsigned long GetbActive() { return state<host::Component>().active; }
};

class JumpComponentWrapper : public CarComponentWrapper {
 public:
    using CarComponentWrapper::CarComponentWrapper;
};

class DoubleJumpComponentWrapper : public CarComponentWrapper {
 public:
    using CarComponentWrapper::CarComponentWrapper;
};

class DodgeComponentWrapper : public CarComponentWrapper {
 public:
    using CarComponentWrapper::CarComponentWrapper;
};

class BoostWrapper : public CarComponentWrapper {
 public:
    using CarComponentWrapper::CarComponentWrapper;

    float GetCurrentBoostAmount() { return state<host::Boost>().amount; }
};
