"""Rocket League replay files as columns of numbers.

Shapes: ``n`` frames, ``p`` players (in the order of ``Decoded["players"]``), ``e`` events.
NaN means unknown in columns of floats, -1 in columns of int8.
"""

from os import PathLike
from typing import Literal, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

F64: TypeAlias = NDArray[np.float64]
F32: TypeAlias = NDArray[np.float32]
I32: TypeAlias = NDArray[np.int32]
I16: TypeAlias = NDArray[np.int16]
I8: TypeAlias = NDArray[np.int8]
U8: TypeAlias = NDArray[np.uint8]

ErrorKind: TypeAlias = Literal[
    "empty",
    "not_a_replay",
    "truncated",
    "corrupt",
    "too_large",
    "unsupported",
    "no_frames",
    "internal",
]

class Info(TypedDict):
    """Facts of the match; None where the file does not say."""

    replay_id: str | None
    match_guid: str | None
    name: str | None
    recorded_by: str | None
    date: str | None
    start_epoch: int | None
    build_version: str | None
    game_version: str
    net_version: int | None
    map_code: str | None
    match_type: str | None
    match_class: str | None
    playlist_id: int | None
    game_type: str
    team_size: int | None
    score: tuple[int, int]
    overtime: bool
    forfeit: bool
    unfinished: bool
    unfair_team_size: int | None
    record_fps: float | None
    num_frames_header: int | None
    duration_s: float | None
    server_name: str | None
    server_region: str | None
    ball_archetype: str | None
    ball_archetypes: list[str]
    mutators: str | None
    tags: list[str]

class NetworkError(TypedDict):
    """Why the frames cannot be read although the header can."""

    kind: ErrorKind
    message: str
    hint: str

class HeaderStats(TypedDict):
    """A line of the scoreboard the game saved."""

    score: int
    goals: int
    assists: int
    saves: int
    shots: int

class Camera(TypedDict):
    """Camera settings in the game's own units."""

    fov: float
    height: float
    pitch: float
    distance: float
    stiffness: float
    swivel_speed: float
    transition_speed: float | None

class Player(TypedDict):
    """A person or bot; one slot for the whole match."""

    id: str
    platform: str
    platform_id: str | None
    name: str
    team: Literal[-1, 0, 1]
    is_bot: bool
    header_stats: HeaderStats | None
    car_body_id: int | None
    camera: Camera | None
    steering_sensitivity: float | None
    title: int | None
    spans: list[tuple[float, float]]

class Frames(TypedDict):
    """Columns, one row a frame; positions in uu, velocities in uu/s and rad/s.

    ``pose_report``, ``ball_report`` and ``boost_report`` say what is news in a frame: 2 the first
    report of a new car, ball or tank, 1 a further one, 0 none. Without one the last value is held;
    what a key frame merely repeats is none.
    """

    time_s: F64
    clock_s: F32
    phase: U8
    overtime: I8
    ball_hit: I8
    ball_team: I8
    countdown: I8
    ball_report: I8
    ball_position: F32
    ball_velocity: F32
    ball_angular_velocity: F32
    ball_rotation: F32
    pose_report: I8
    position: F32
    velocity: F32
    angular_velocity: F32
    rotation: F32
    boost: F32
    boost_reported: F32
    boost_report: I8
    throttle: F32
    steer: F32
    handbrake: I8
    boosting: I8
    jumping: I8
    double_jumping: I8
    dodging: I8
    ball_cam: I8
    demolished: I8
    on_field: I8
    dodge_torque: F32
    score: F32
    goals: F32
    assists: F32
    saves: F32
    shots: F32
    team_score: F32

class Events(TypedDict):
    """Arrays of equal length, sorted by frame."""

    kind: U8
    frame: I32
    time_s: F64
    player: I16
    other: I16
    detail: I32
    value: F32
    position: F32

class Decoded(TypedDict):
    """A replay."""

    info: Info
    network_error: NetworkError | None
    warnings: list[str]
    players: list[Player]
    frames: Frames | None
    events: Events | None
    stat_names: list[str]

class ReplayError(ValueError):
    """A file that cannot be read as a replay."""

    kind: ErrorKind
    message: str
    offset: int | None
    hint: str

def decode(source: str | PathLike[str] | bytes, /) -> Decoded:
    """Decode a whole replay.

    Args:
        source: A file, or its contents.

    Returns:
        Facts, players, frames and events. When only the frames cannot be read,
        ``network_error`` says why and ``frames`` and ``events`` are None.

    Raises:
        ReplayError: The file is not a replay, or damaged.
        OSError: The file cannot be opened.
    """

def decode_header(source: str | PathLike[str] | bytes, /) -> Decoded:
    """Decode the header alone: facts and the final scoreboard.

    Works for files whose frames are damaged, cut off or of a newer game.

    Args:
        source: A file, or its contents.

    Returns:
        As ``decode``, with ``frames`` and ``events`` None.

    Raises:
        ReplayError: The file is not a replay, or its header is damaged.
        OSError: The file cannot be opened.
    """
