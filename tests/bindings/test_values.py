import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rockettrainer._bakkesmod import (
    ROTATOR_UNITS_PER_RADIAN,
    ControllerInput,
    Quat,
    Rotator,
    Vector,
    kmh_to_uu_s,
    uu_s_to_kmh,
)

QUARTER = 16_384
# Near straight up or down, single precision leaves little of yaw.
PITCH = st.integers(-16_000, 16_000)
TURN = st.integers(-32_767, 32_767)


def _turns_apart(a: int, b: int) -> int:
    return abs((a - b + 32_768) % 65_536 - 32_768)


@pytest.mark.parametrize(
    ("rotator", "forward"),
    [
        (Rotator(), (1, 0, 0)),
        (Rotator(yaw=QUARTER), (0, 1, 0)),
        (Rotator(pitch=QUARTER), (0, 0, 1)),
        (Rotator(roll=QUARTER), (1, 0, 0)),
    ],
)
def test_the_nose_points_where_the_rotator_says(
    rotator: Rotator, forward: tuple[float, float, float]
) -> None:
    assert rotator.forward().xyz() == pytest.approx(forward, abs=1e-6)
    assert rotator.to_quat().forward().xyz() == pytest.approx(forward, abs=1e-6)


def test_rolling_right_lowers_the_right_side() -> None:
    right = Rotator(roll=QUARTER).to_quat().rotate(Vector(0, 1, 0))
    assert right.xyz() == pytest.approx((0, 0, -1), abs=1e-6)


@given(PITCH, TURN, TURN)
def test_a_rotator_survives_the_way_through_a_quaternion(pitch: int, yaw: int, roll: int) -> None:
    back = Rotator(pitch, yaw, roll).to_quat().to_rotator()
    assert _turns_apart(back.pitch, pitch) <= 2
    assert _turns_apart(back.yaw, yaw) <= 2
    assert _turns_apart(back.roll, roll) <= 2


def test_straight_up_keeps_the_sum_of_yaw_and_roll() -> None:
    up = Rotator(QUARTER, 5_000, 0)
    back = up.to_quat().to_rotator()
    assert back.pitch == pytest.approx(QUARTER, abs=30)
    assert back.roll == 0
    assert _turns_apart(back.yaw, 5_000) <= 30


@given(PITCH, TURN, TURN)
def test_radians_are_the_same_angle(pitch: int, yaw: int, roll: int) -> None:
    rotator = Rotator(pitch, yaw, roll)
    assert rotator.radians()[1] == pytest.approx(yaw * math.pi / 32_768)
    assert Rotator.from_radians(*rotator.radians()) == rotator


def test_a_turn_is_65536_units() -> None:
    assert pytest.approx(65_536) == ROTATOR_UNITS_PER_RADIAN * 2 * math.pi


def test_a_quaternion_and_its_conjugate_undo_each_other() -> None:
    quat = Rotator(1_000, -20_000, 3_000).to_quat()
    undone = quat * quat.conjugate()
    assert undone.xyzw() == pytest.approx((0, 0, 0, 1), abs=1e-6)
    assert Quat().xyzw() == (0, 0, 0, 1)


def test_vectors_reckon() -> None:
    a, b = Vector(1, 2, 3), Vector(0, 0, 2)
    assert (a + b).xyz() == (1, 2, 5)
    assert (a - b).xyz() == (1, 2, 1)
    assert (a * 2).xyz() == (2, 4, 6)
    assert a.dot(b) == 6
    assert Vector(1, 0, 0).cross(Vector(0, 1, 0)) == Vector(0, 0, 1)
    assert Vector(3, 4, 0).length() == 5
    assert repr(a) == "Vector(1, 2, 3)"


def test_supersonic_is_the_same_speed_in_both_units() -> None:
    assert uu_s_to_kmh(2_200) == pytest.approx(79.2)
    assert kmh_to_uu_s(79.2) == pytest.approx(2_200)


def test_a_controller_at_rest_says_nothing() -> None:
    inputs = ControllerInput()
    names = [name for name in dir(inputs) if not name.startswith("_")]
    assert len(names) == 12
    assert [getattr(inputs, name) for name in names] == [0] * 12


def test_a_flag_of_the_controller_is_one_bit_of_its_own() -> None:
    inputs = ControllerInput()
    inputs.jump = True
    assert (inputs.handbrake, inputs.jump, inputs.activate_boost) == (False, True, False)
    inputs.throttle = 0.25
    inputs.jump = False
    assert (inputs.throttle, inputs.jump) == (0.25, False)
