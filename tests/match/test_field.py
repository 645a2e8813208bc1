"""The standard field is symmetric and its constants agree with each other."""

import math

import numpy as np
import pytest

from rockettrainer.match import _field as field


def test_standard_field_has_34_pads_six_of_them_big() -> None:
    assert field.STANDARD_PADS.shape == (34, 4)
    assert field.STANDARD_PADS[:, 3].sum() == 6


@pytest.mark.parametrize("axis", [0, 1])
def test_pads_are_symmetric(axis: int) -> None:
    mirrored = field.STANDARD_PADS.copy()
    mirrored[:, axis] *= -1

    assert {tuple(row + 0.0) for row in mirrored} == {tuple(row) for row in field.STANDARD_PADS}


def test_pads_are_numbered_by_y_then_x() -> None:
    x, y = field.STANDARD_PADS[:, 0], field.STANDARD_PADS[:, 1]
    order = np.lexsort((x, y))

    assert order.tolist() == list(range(34))
    # RLBot's numbers of the big pads.
    assert np.flatnonzero(field.STANDARD_PADS[:, 3]).tolist() == [3, 4, 15, 18, 29, 30]


def test_pads_lie_inside_the_walls() -> None:
    x, y = np.abs(field.STANDARD_PADS[:, :2]).T

    assert (x < field.HALF_WIDTH_UU).all()
    assert (y < field.HALF_LENGTH_UU).all()
    assert (x + y < field.CORNER_SUM_UU).all()


def test_no_car_position_is_on_two_pads() -> None:
    xy = field.STANDARD_PADS[:, :2]
    radius = np.where(
        field.STANDARD_PADS[:, 3] > 0, field.BIG_PAD_RADIUS_UU, field.SMALL_PAD_RADIUS_UU
    )
    apart = np.linalg.norm(xy[:, None] - xy[None], axis=2)
    np.fill_diagonal(apart, np.inf)

    assert (apart > radius[:, None] + radius[None]).all()


def test_tables_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        field.STANDARD_PADS[0, 0] = 1.0


def test_a_pad_on_an_axis_is_not_doubled() -> None:
    pads = field.mirrored_pads(((0.0, 0.0, 70.0, False), (5.0, 0.0, 70.0, True)))

    assert pads.tolist() == [[-5.0, 0.0, 70.0, 1.0], [0.0, 0.0, 70.0, 0.0], [5.0, 0.0, 70.0, 1.0]]


def test_corner_wall_has_its_published_length() -> None:
    along_x = field.HALF_WIDTH_UU - (field.CORNER_SUM_UU - field.HALF_LENGTH_UU)

    assert along_x * math.sqrt(2) == pytest.approx(1629.174, abs=0.01)


def test_a_full_tank_lasts_three_seconds() -> None:
    seconds = field.BOOST_MAX / field.BOOST_USED_PER_S

    assert seconds == pytest.approx(3.0)
    assert round(field.BOOST_AT_KICKOFF / field.BOOST_MAX * 255) == 85


def test_blue_starts_in_its_own_half_and_faces_the_other() -> None:
    assert (field.KICKOFF_SPAWNS[:, 1] < 0).all()
    assert (np.sin(field.KICKOFF_SPAWNS[:, 2]) > 0).all()
    assert (field.RESPAWN_SPAWNS[:, 1] < 0).all()
