"""A tick into a row of frames.

To hand some forty columns on to a function takes longer than to fill in a car: functions that are
given the frames go through the players themselves.
"""

from math import nan

from rockettrainer.features import kernel
from rockettrainer.match import I16, AnyArray, Frames

_FARTHEST = 1e6
"""uu and uu/s, far beyond any field and any speed: more is garbage. NaN is unknown, and welcome."""

_UNSEEN = -2
"""In the seats until the tick is seen to have somebody there."""


@kernel
def _copy(target: AnyArray, source: AnyArray) -> None:
    for axis in range(target.shape[0]):
        target[axis] = source[axis]


@kernel
def _clear(target: AnyArray) -> None:
    for axis in range(target.shape[0]):
        target[axis] = nan


@kernel
def _is_wild(values: AnyArray) -> bool:
    for axis in range(values.shape[0]):  # noqa: SIM110 (compiled: a loop is quicker)
        if abs(values[axis]) > _FARTHEST:
            return True
    return False


@kernel
def _is_sane(header: AnyArray, players: AnyArray) -> bool:
    head = header[0]
    if _is_wild(head["ball_position"]) or _is_wild(head["ball_velocity"]):
        return False
    for index in range(players.shape[0]):
        car = players[index]
        if _is_wild(car["position"]) or _is_wild(car["velocity"]) or abs(car["boost"]) > _FARTHEST:
            return False
    return True


@kernel
def _known(count: int) -> float:
    return nan if count < 0 else float(count)


@kernel
def _fill_match(frames: Frames, row: int, header: AnyArray) -> None:
    head = header[0]
    frames.clock_s[row] = head["clock_s"]
    frames.phase[row] = head["phase"]
    frames.overtime[row] = head["overtime"]
    frames.ball_hit[row] = head["ball_hit"]
    frames.ball_team[row] = head["ball_team"]
    frames.countdown[row] = head["countdown"]
    for team in range(2):
        frames.team_score[row, team] = _known(head["team_score"][team])
    _copy(frames.ball_position[row], head["ball_position"])
    _copy(frames.ball_velocity[row], head["ball_velocity"])
    _copy(frames.ball_angular_velocity[row], head["ball_angular_velocity"])
    _copy(frames.ball_rotation[row], head["ball_rotation"])


@kernel
def _slot(players: AnyArray, index: int, slots: I16) -> int:
    number = players[index]["player"]
    return slots[number] if 0 <= number < slots.shape[0] else -1


@kernel
def _fill_cars(frames: Frames, row: int, players: AnyArray, slots: I16) -> None:
    for index in range(players.shape[0]):
        car, slot = players[index], _slot(players, index, slots)
        if slot < 0:
            continue
        _copy(frames.position[row, slot], car["position"])
        _copy(frames.velocity[row, slot], car["velocity"])
        _copy(frames.angular_velocity[row, slot], car["angular_velocity"])
        _copy(frames.rotation[row, slot], car["rotation"])
        frames.boost[row, slot] = car["boost"]
        frames.throttle[row, slot] = car["throttle"]
        frames.steer[row, slot] = car["steer"]
        frames.pitch[row, slot] = car["pitch"]
        frames.yaw[row, slot] = car["yaw"]
        frames.roll[row, slot] = car["roll"]
        frames.handbrake[row, slot] = car["handbrake"]
        frames.boosting[row, slot] = car["boosting"]
        frames.jumping[row, slot] = car["jumping"]
        frames.double_jumping[row, slot] = car["double_jumping"]
        frames.dodging[row, slot] = car["dodging"]
        frames.ball_cam[row, slot] = car["ball_cam"]
        frames.wheels[row, slot] = car["wheels"]


@kernel
def _fill_seats(frames: Frames, row: int, players: AnyArray, slots: I16) -> None:
    for index in range(players.shape[0]):
        car, slot = players[index], _slot(players, index, slots)
        if slot < 0:
            continue
        frames.demolished[row, slot] = car["demolished"]
        frames.on_field[row, slot] = car["on_field"]
        frames.score[row, slot] = _known(car["score"])
        frames.goals[row, slot] = _known(car["goals"])
        frames.assists[row, slot] = _known(car["assists"])
        frames.saves[row, slot] = _known(car["saves"])
        frames.shots[row, slot] = _known(car["shots"])


@kernel
def _leave_others(frames: Frames, row: int) -> None:
    for slot in range(frames.on_field.shape[1]):
        if frames.on_field[row, slot] == _UNSEEN:
            frames.on_field[row, slot] = 0
            frames.boost[row, slot] = nan
            _clear(frames.position[row, slot])
            _clear(frames.velocity[row, slot])
            _clear(frames.angular_velocity[row, slot])
            _clear(frames.rotation[row, slot])


@kernel
def fill(
    frames: Frames, row: int, time_s: float, header: AnyArray, players: AnyArray, slots: I16
) -> bool:
    """Writes a tick into a row.

    Args:
        frames: To write to.
        row: Which row.
        time_s: Seconds since the session began.
        header: ``[1]`` record of the tick.
        players: ``[p]`` records of its players.
        slots: Slot of each player's number; -1 for none.

    Returns:
        False if the tick holds what no game can; then nothing was written.
    """
    if not _is_sane(header, players):
        return False
    frames.time_s[row] = time_s
    _fill_match(frames, row, header)
    for slot in range(frames.on_field.shape[1]):
        if frames.on_field[row, slot] >= 0:
            frames.on_field[row, slot] = _UNSEEN
    _fill_cars(frames, row, players, slots)
    _fill_seats(frames, row, players, slots)
    _leave_others(frames, row)
    return True
