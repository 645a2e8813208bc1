#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

class GoalWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    unsigned char GetTeamNum() { return state<host::Goal>().team; }
};
