"""What is timed: each takes the path of a replay.

Everything is imported where it is used, so that a process that runs one candidate holds in
memory only what that one needs.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import cast


class Candidate(StrEnum):
    """A way to get something out of a replay."""

    BARE_DECODE = "bare decode"
    """It reads the whole network stream and keeps only who played."""
    COLUMNS = "our columns"
    ANALYSIS = "our full analysis"
    ARRAY = "subtr-actor's array, 30 fps"
    SUMMED = "subtr-actor's summed statistics"


Call = Callable[[str], object]

_GLOBAL = ("BallRigidBody", "SecondsRemaining", "CurrentTime", "FrameTime", "BallHasBeenHit")
_PLAYER = ("PlayerRigidBody", "PlayerBoost", "PlayerAnyJump", "PlayerDemolishedBy")
_ADDERS = (list(_GLOBAL), [*_PLAYER, "PlayerDodgeRefreshed"])
_FPS = 30.0


def load(candidate: Candidate) -> Call:
    """Imports what a candidate needs."""
    return _LOADERS[candidate]()


def _bare_decode() -> Call:
    import subtr_actor  # noqa: PLC0415

    return cast("Call", subtr_actor.get_replay_meta)


def _columns() -> Call:
    from rockettrainer_replay import decode  # noqa: PLC0415

    return decode


def _analysis() -> Call:
    from pathlib import Path  # noqa: PLC0415

    from rockettrainer.features import analyse  # noqa: PLC0415
    from rockettrainer.sources import read_replay  # noqa: PLC0415

    return lambda path: analyse(read_replay(Path(path)))


def _array() -> Call:
    from subtr_actor import get_ndarray_with_info_from_replay_filepath as array  # noqa: PLC0415

    return lambda path: array(path, *_ADDERS, _FPS)


def _summed() -> Call:
    import subtr_actor  # noqa: PLC0415

    return cast("Call", subtr_actor.get_summed_stats)


_LOADERS: dict[Candidate, Callable[[], Call]] = {
    Candidate.BARE_DECODE: _bare_decode,
    Candidate.COLUMNS: _columns,
    Candidate.ANALYSIS: _analysis,
    Candidate.ARRAY: _array,
    Candidate.SUMMED: _summed,
}
