"""The simulator's arena: collision surfaces made from the field's published measures.

The simulator lays floor, ceiling and side walls itself, as endless planes. It needs meshes for
the rest. Other programs give it meshes dumped from the game; these are our own: the eight-sided
field with its ramps as quarter circles, and two plain boxes for goals. Real ramps are not quite
circular and real goals are rounded inside, so a ball leaves them a little differently.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from rockettrainer.match import (
    CEILING_UU,
    CORNER_SUM_UU,
    F64,
    GOAL_DEPTH_UU,
    GOAL_HALF_WIDTH_UU,
    GOAL_HEIGHT_UU,
    HALF_LENGTH_UU,
    HALF_WIDTH_UU,
    RAMP_RADIUS_UU,
)

_UU_A_METRE: Final = 50.0
"""The simulator's engine counts in units of 50 uu."""
_RAMP_STEPS: Final = 10
_SLANT: Final = 2.0**0.5 - 1.0
"""How far a corner of the octagon slides along one wall when both walls move in by 1."""
_FIELD: Final = np.array((0.0, 0.0, 1000.0))
"""A place that every surface of the field faces."""

_Point = tuple[float, float, float]
_Quad = tuple[_Point, _Point, _Point, _Point]


def write_arena(folder: Path) -> None:
    """Writes the meshes of the standard arena, as the simulator reads them.

    Args:
        folder: To hold a folder ``soccar``.
    """
    target = folder / "soccar"
    target.mkdir(parents=True, exist_ok=True)
    (target / "field.cmf").write_bytes(_mesh(_facing(_FIELD, (*_walls(), *_posts()))))
    for end in (-1.0, 1.0):
        inside = np.array((0.0, end * (HALF_LENGTH_UU + GOAL_DEPTH_UU / 2), GOAL_HEIGHT_UU / 2))
        quads = tuple(_goal(end))
        (target / f"goal{end:+.0f}.cmf").write_bytes(_mesh(_facing(inside, quads)))


def _profile() -> tuple[tuple[float, float], ...]:
    """From floor to ceiling: how far in from the wall, and how high."""
    turns = np.linspace(0.0, np.pi / 2, _RAMP_STEPS + 1)
    inward = RAMP_RADIUS_UU * (1.0 - np.sin(turns))
    up = RAMP_RADIUS_UU * (1.0 - np.cos(turns))
    floor = list(zip(inward.tolist(), up.tolist(), strict=True))
    ceiling = [(inset, CEILING_UU - height) for inset, height in reversed(floor)]
    return (*floor, (0.0, GOAL_HEIGHT_UU), *ceiling)


def _ring(inset: float, height: float) -> list[_Point]:
    """The field's outline, moved in from the walls; the second and sixth sides have the goals."""
    x, y = HALF_WIDTH_UU - inset, HALF_LENGTH_UU - inset
    along_x = CORNER_SUM_UU - HALF_LENGTH_UU - inset * _SLANT
    along_y = CORNER_SUM_UU - HALF_WIDTH_UU - inset * _SLANT
    half = [(x, along_y), (along_x, y), (-along_x, y), (-x, along_y)]
    return [(px, py, height) for px, py in (*half, *((-px, -py) for px, py in half))]


def _walls() -> Iterator[_Quad]:
    profile = _profile()
    for (low_inset, low), (high_inset, high) in pairwise(profile):
        lower, upper = _ring(low_inset, low), _ring(high_inset, high)
        for side in range(8):
            quad = (lower[side], lower[side - 7], upper[side - 7], upper[side])
            beside_goal = side in (1, 5) and high <= GOAL_HEIGHT_UU
            yield from _beside_goal(quad) if beside_goal else (quad,)


def _beside_goal(quad: _Quad) -> Iterator[_Quad]:
    """The parts of a strip of a back wall left and right of the goal's mouth."""
    for first, second in ((0, 3), (1, 2)):
        low, high = quad[first], quad[second]
        post = np.copysign(GOAL_HALF_WIDTH_UU, low[0])
        yield low, (post, *low[1:]), (post, *high[1:]), high


def _posts() -> Iterator[_Quad]:
    """The ends of the ramps at the goal's posts."""
    ramp = [point for point in _profile() if point[1] <= RAMP_RADIUS_UU]
    for x in (-GOAL_HALF_WIDTH_UU, GOAL_HALF_WIDTH_UU):
        for end in (-1.0, 1.0):
            foot = (x, end * HALF_LENGTH_UU, 0.0)
            curve = [(x, end * (HALF_LENGTH_UU - inset), height) for inset, height in ramp]
            for one, next_one in pairwise(curve):
                yield foot, one, next_one, foot


def _goal(end: float) -> Iterator[_Quad]:
    x, top = GOAL_HALF_WIDTH_UU, GOAL_HEIGHT_UU
    front, back = end * HALF_LENGTH_UU, end * (HALF_LENGTH_UU + GOAL_DEPTH_UU)
    for side in (-x, x):
        yield (side, front, 0.0), (side, back, 0.0), (side, back, top), (side, front, top)
    yield (-x, back, 0.0), (x, back, 0.0), (x, back, top), (-x, back, top)
    yield (-x, front, top), (x, front, top), (x, back, top), (-x, back, top)


def _facing(inside: F64, quads: tuple[_Quad, ...]) -> F64:
    """Triangles ``[t, 3, 3]`` whose front faces a place; those without area are left out."""
    corners = np.array(quads)
    triangles = np.concatenate((corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]))
    sides = triangles[:, 1:] - triangles[:, :1]
    normals = np.cross(sides[:, 0], sides[:, 1])
    away = np.einsum("ij,ij->i", normals, inside - triangles[:, 0]) < 0.0
    triangles[away] = triangles[away][:, ::-1]
    kept: F64 = triangles[np.linalg.norm(normals, axis=1) > 1.0]
    return kept


def _mesh(triangles: F64) -> bytes:
    """Counts of triangles and vertices, then the triangles' indices, then the vertices."""
    vertices, index = np.unique(triangles.reshape(-1, 3), axis=0, return_inverse=True)
    head = struct.pack("<2i", len(triangles), len(vertices))
    return head + index.astype("<i4").tobytes() + (vertices / _UU_A_METRE).astype("<f4").tobytes()
