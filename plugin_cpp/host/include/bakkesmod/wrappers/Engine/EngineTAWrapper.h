#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

class EngineTAWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    int GetPhysicsFrame() { return state<host::Physics>().frame; }
};
