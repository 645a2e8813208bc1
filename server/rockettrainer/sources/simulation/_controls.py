"""What a player does with the gamepad."""

from dataclasses import dataclass


@dataclass(slots=True)
class Controls:
    """Sticks from -1 to 1: to the right, nose up and rolling right are positive."""

    throttle: float = 0.0
    steer: float = 0.0
    pitch: float = 0.0
    yaw: float = 0.0
    roll: float = 0.0
    jump: bool = False
    boost: bool = False
    handbrake: bool = False
