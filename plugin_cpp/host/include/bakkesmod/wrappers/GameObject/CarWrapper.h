#pragma once

#include <algorithm>

#include "bakkesmod/wrappers/GameObject/CarComponent/CarComponentWrapper.h"
#include "bakkesmod/wrappers/GameObject/RBActorWrapper.h"

class PriWrapper;

class CarWrapper : public RBActorWrapper {
 public:
    using RBActorWrapper::RBActorWrapper;

    PriWrapper GetPRI();
    unsigned long GetbHidden() { return car().hidden; }
    ControllerInput GetInput() { return car().input; }
    unsigned char GetReplicatedThrottle() { return replicated(car().input.Throttle); }
    unsigned char GetReplicatedSteer() { return replicated(car().input.Steer); }
    unsigned long GetbReplicatedHandbrake() { return car().input.Handbrake; }
    bool IsOnGround() { return car().on_ground; }
    unsigned long GetbSuperSonic() { return car().supersonic; }
    unsigned long HasFlip() { return car().has_flip; }
    int GetNumWheelContacts() { return car().wheels; }
    BoostWrapper GetBoostComponent() { return {host::address(&car().boost)}; }
    JumpComponentWrapper GetJumpComponent() { return {host::address(&car().jump)}; }
    DoubleJumpComponentWrapper GetDoubleJumpComponent() { return {host::address(&car().double_jump)}; }
    DodgeComponentWrapper GetDodgeComponent() { return {host::address(&car().dodge)}; }

 private:
    [[nodiscard]] host::Car& car() const { return state<host::Car>(); }
    // One byte for what goes over the network: 0 is -1, 128 is 0, 255 is 1.
    static unsigned char replicated(float axis) {
        return static_cast<unsigned char>(std::min(std::lround(128 + axis * 128), 255L));
    }
};
