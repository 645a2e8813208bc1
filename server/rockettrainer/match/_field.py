"""Geometry of the standard field and the physics of cars, ball and boost.

Lengths are unreal units (1 uu = 1 cm), speeds uu/s, times seconds, boost 0 to 100.
The origin is the centre spot on the ground; blue defends negative y, z points up.

Sources, all public measurements of the game:

* RLBot wiki, "Useful game values": field, goals, pads, speeds, spawn places.
* RocketSim, ``RLConst.h`` and its goal test: supersonic, boost, goal line, demolition.
* RocketRP, dumps of every arena's pickups read from the game: pad places and amounts.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from rockettrainer.match._types import F64

# Field (RLBot wiki).
HALF_WIDTH_UU: Final = 4096.0
"""Centre to side wall."""
HALF_LENGTH_UU: Final = 5120.0
"""Centre to back wall, goals not included."""
CEILING_UU: Final = 2044.0
CORNER_SUM_UU: Final = 8064.0
"""A corner wall is the plane |x| + |y| = 8064, at 45 degrees."""
RAMP_RADIUS_UU: Final = 256.0
"""About; the curves from floor to wall are not circular."""

# Goals (RLBot wiki).
GOAL_HALF_WIDTH_UU: Final = 892.755
GOAL_HEIGHT_UU: Final = 642.775
GOAL_DEPTH_UU: Final = 880.0
GOAL_LINE_Y_UU: Final = 5124.25
"""A goal counts once the whole ball is past this |y| (RocketSim)."""

# Ball (RLBot wiki, RocketSim).
BALL_RADIUS_UU: Final = 91.25
BALL_REST_Z_UU: Final = 93.15
"""Height of the centre of a ball at rest: above its radius, by the collision margin."""

# Cars (RLBot wiki, RocketSim).
GRAVITY_UU_S2: Final = -650.0
"""uu/s², along z."""
CAR_MAX_SPEED_UU_S: Final = 2300.0
CAR_REST_Z_UU: Final = 17.0
"""Height of a car's centre on flat ground; 17.0 to 18.7 depending on the hitbox."""
DRIVE_MAX_SPEED_UU_S: Final = 1410.0
"""Highest speed the throttle alone gives; beyond it a car has boosted, flipped or fallen."""
SUPERSONIC_SPEED_UU_S: Final = 2200.0
DEMOLITION_RESPAWN_S: Final = 3.0

# Boost (RocketSim, RocketRP).
BOOST_MAX: Final = 100.0
BOOST_AT_KICKOFF: Final = BOOST_MAX / 3.0
"""At kickoff and after a respawn; replays store it as 85 of 255."""
BOOST_USED_PER_S: Final = BOOST_MAX / 3.0

# Boost pads (amounts RocketRP; pickup cylinders RLBot wiki).
SMALL_PAD_BOOST: Final = 12.0
BIG_PAD_BOOST: Final = 100.0
SMALL_PAD_RADIUS_UU: Final = 144.0
BIG_PAD_RADIUS_UU: Final = 208.0

PadRow = tuple[float, float, float, bool]
"""x, y, z and whether the pad is a big one."""


def frozen(values: object) -> F64:
    """Return `values` as an array nobody can write to."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def mirrored_pads(quarter: Sequence[PadRow]) -> F64:
    """Lay out a field's pads from those of the quarter where x and y are not negative.

    Args:
        quarter: Pads with x ≥ 0 and y ≥ 0; those on an axis are mirrored across the other only.

    Returns:
        Read-only rows (x, y, z, big), sorted by y, then x: the order RLBot numbers pads in.
    """
    signs = ((-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0))
    # Adding zero turns -0.0 into 0.0, so that a pad on an axis is one row, not two.
    rows = {
        (sx * x + 0.0, sy * y + 0.0, z, float(big)) for x, y, z, big in quarter for sx, sy in signs
    }
    return frozen(sorted(rows, key=lambda row: (row[1], row[0])))


STANDARD_PADS: Final = mirrored_pads(
    (
        (1024.0, 0.0, 70.0, False),
        (3584.0, 0.0, 73.0, True),
        (0.0, 1024.0, 70.0, False),
        (2048.0, 1036.0, 70.0, False),
        (1788.0, 2302.0, 70.0, False),
        (3584.0, 2484.0, 70.0, False),
        (0.0, 2816.0, 70.0, False),
        (940.0, 3308.0, 70.0, False),
        (3072.0, 4096.0, 73.0, True),
        (1792.0, 4184.0, 70.0, False),
        (0.0, 4240.0, 70.0, False),
    )
)
"""The 34 pads, six of them big, of every standard arena.

All sixty standard arenas dumped by RocketRP have them at these x and y, to the unit. Other
lists say y = 2300 instead of 2302. Heights differ by map by a few uu; these are RLBot's.
"""

KICKOFF_SPAWNS: Final = frozen(
    (
        (-2048.0, -2560.0, 0.25 * np.pi),
        (2048.0, -2560.0, 0.75 * np.pi),
        (-256.0, -3840.0, 0.5 * np.pi),
        (256.0, -3840.0, 0.5 * np.pi),
        (0.0, -4608.0, 0.5 * np.pi),
    )
)
"""Blue's kickoff places: x, y, yaw; orange's are turned half round the centre (RLBot wiki)."""

RESPAWN_SPAWNS: Final = frozen(
    ((-2688.0, -4608.0), (-2304.0, -4608.0), (2304.0, -4608.0), (2688.0, -4608.0))
)
"""Where blue cars return after a demolition: x, y; orange's are turned half round."""
