#pragma once

#include "bakkesmod/wrappers/Engine/ObjectWrapper.h"

class ActorWrapper : public ObjectWrapper {
 public:
    using ObjectWrapper::ObjectWrapper;
};
