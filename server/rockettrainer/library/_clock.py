"""The match's own time: the recording's without all in which the ball is not in play."""

from typing import Final

import numpy as np

from rockettrainer.match import F64, Frames, Phase

_LONGEST_S: Final = 10.0
"""Of one frame; what claims to be longer is a broken time, or a break."""


def frame_times_s(frames: Frames) -> F64:
    """The frames' times, which never go back, whatever the file says."""
    times = np.where(np.isfinite(frames.time_s), frames.time_s, 0.0)
    return np.maximum.accumulate(times) if len(times) else times


def frame_lengths_s(frames: Frames) -> F64:
    """Seconds from each frame to the next; 0 for the last."""
    times = frame_times_s(frames)
    return np.minimum(np.diff(times, append=times[-1:]), _LONGEST_S)


def match_time_s(frames: Frames) -> F64:
    """Seconds of play before each frame: countdowns, goals and their replays are cut out."""
    lengths = np.where(frames.phase == Phase.ACTIVE, frame_lengths_s(frames), 0.0)
    return np.concatenate([[0.0], np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
