#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

class StatEventWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;

    std::string GetEventName() { return state<host::StatEvent>().name; }
};
