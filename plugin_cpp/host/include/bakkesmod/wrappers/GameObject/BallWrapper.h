#pragma once

#include "bakkesmod/wrappers/GameObject/RBActorWrapper.h"

class BallWrapper : public RBActorWrapper {
 public:
    using RBActorWrapper::RBActorWrapper;

    unsigned char GetHitTeamNum() { return state<host::Ball>().hit_team; }
};
