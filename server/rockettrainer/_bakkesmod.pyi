"""The plugin outside the game: its wire format and the value types of the game's interface.

A wire message is one or more ticks back to back. A tick is one `TICK_HEADER` record and then
``player_count`` records `PLAYER_TICK`; ``plugin_cpp/core/include/rockettrainer/tick.hpp`` says what
each field means. Unknown is NaN in floats and -1 in signed bytes, never 0.
"""

from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Kind: TypeAlias = Literal["freeplay", "custom_training", "bots", "lan", "replay", "online"]
Vector3: TypeAlias = tuple[float, float, float]
Vector4: TypeAlias = tuple[float, float, float, float]

TICK_HEADER: np.dtype[np.void]
"""One tick's own fields, 100 bytes."""
PLAYER_TICK: np.dtype[np.void]
"""One seat of a tick, 112 bytes."""
MAGIC: int
"""First four bytes of a tick, as an integer."""
LAYOUT: int
"""Version of the layout."""
MOST_PLAYERS: int
"""Seats that a tick has room for."""
HAS_HOST: bool
"""Whether the stand-in for the game is built in: it wants Boost and nlohmann-json."""
ROTATOR_UNITS_PER_RADIAN: float

def encode_tick(header: NDArray[np.void] | np.void, players: NDArray[np.void]) -> bytes:
    """One tick as it goes over the wire; sets magic, layout and the number of players.

    Args:
        header: One record of `TICK_HEADER`.
        players: ``[p]`` records of `PLAYER_TICK`, at most `MOST_PLAYERS`.

    Raises:
        TypeError: One of them has another dtype.
        ValueError: There are too many records.
    """

def kmh_to_uu_s(kmh: float) -> float:
    """Unreal units a second; 1 uu is 1 cm."""

def uu_s_to_kmh(uu_s: float) -> float:
    """Kilometres an hour; 1 uu is 1 cm."""

class Vector:
    """A place or a speed in single precision, uu or uu/s."""

    x: float
    y: float
    z: float
    def __init__(self, x: float = 0, y: float = 0, z: float = 0) -> None: ...
    def length(self) -> float: ...
    def dot(self, other: Vector, /) -> float: ...
    def cross(self, other: Vector, /) -> Vector: ...
    def xyz(self) -> tuple[float, float, float]: ...
    def __add__(self, other: Vector, /) -> Vector: ...
    def __sub__(self, other: Vector, /) -> Vector: ...
    def __mul__(self, times: float, /) -> Vector: ...

class Rotator:
    """A direction in the game's integers, 65,536 to the turn: pitch up, yaw left to right, roll."""

    pitch: int
    yaw: int
    roll: int
    def __init__(self, pitch: int = 0, yaw: int = 0, roll: int = 0) -> None: ...
    @staticmethod
    def from_radians(pitch: float, yaw: float, roll: float) -> Rotator: ...
    def radians(self) -> tuple[float, float, float]:
        """Pitch, yaw, roll."""

    def to_quat(self) -> Quat: ...
    def forward(self) -> Vector:
        """Where the nose points, length 1."""

class Quat:
    """A rotation as the physics keeps it; turns the car's axes into the world's."""

    w: float
    x: float
    y: float
    z: float
    def __init__(self, w: float = 1, x: float = 0, y: float = 0, z: float = 0) -> None: ...
    def conjugate(self) -> Quat: ...
    def rotate(self, vector: Vector, /) -> Vector: ...
    def forward(self) -> Vector:
        """Where the nose points, length 1."""

    def to_rotator(self) -> Rotator:
        """The nearest `Rotator`; straight up or down, roll is 0 and yaw holds all of it."""

    def xyzw(self) -> tuple[float, float, float, float]:
        """In the order of the wire and of `rockettrainer.match.Frames`."""

    def __mul__(self, other: Quat, /) -> Quat: ...

class ControllerInput:
    """What the player's pads and sticks say at one physics tick; axes -1 to 1."""

    throttle: float
    steer: float
    pitch: float
    yaw: float
    roll: float
    dodge_forward: float
    dodge_strafe: float
    handbrake: bool
    jump: bool
    activate_boost: bool
    holding_boost: bool
    jumped: bool
    def __init__(self) -> None: ...

class host:  # noqa: N801 (a module inside the module)
    """The stand-in for the game, with the real plugin in it; absent where `HAS_HOST` is False."""

    class Toast(NamedTuple):
        """A message in a corner of the screen."""

        title: str
        text: str
        seconds: float

    class Status(NamedTuple):
        """How the plugin's connection is doing."""

        running: bool
        connected: bool
        text: str
        """The same for a person, with the reason where it is not connected."""
        ticks_sent: int
        ticks_dropped: int
        events_sent: int
        events_waiting: int
        """Not yet acknowledged by the server."""
        events_lost: int

    class Host:
        """A game that does nothing by itself: whoever holds it says what is on the field.

        State is set first and seen by the plugin at the next `tick`, `step` or hook. Seats are
        numbered from 0 in the order of `seat`, which are also the numbers that the plugin gives in
        a session whose seats were all taken before it began. Several hosts share one clock.
        """

        def __init__(self, home: str) -> None:
            """A game without a plugin yet.

            Args:
                home: Folder with the server's ``plugin.json``, as cvar ``rockettrainer_home``.
            """
        # The plugin's life.
        def load(self) -> None: ...
        def unload(self) -> None:
            """Lets go of every hook and joins the plugin's threads."""

        # Time. Only these move it.
        clock_ns: int
        """The steady clock that ticks and events are stamped with."""

        def frame(self) -> None:
            """Draws a frame: runs what waits for the game thread, and the plugin's housekeeping."""

        def run_timeouts(self, seconds: float) -> None:
            """Lets time pass, in frames of 10 ms, and runs what was to happen meanwhile."""

        def tick(self, clock_ns: int, physics_frame: int) -> None:
            """A physics tick with the present state: every car moves, and a frame is drawn."""

        def step(self, header: NDArray[np.void] | np.void, players: NDArray[np.void]) -> None:
            """Takes over a whole tick's state and plays it: `set_state`, `set_cars`, `tick`.

            A change of ``header["phase"]`` or ``header["overtime"]`` calls the hooks that the game
            calls when one begins (as `enter` does), before the tick.

            Args:
                header: One `TICK_HEADER`; ``time_ns`` and ``physics_frame`` are the tick's.
                players: Records `PLAYER_TICK` of all who have a seat.
            """
        # What the game is.
        def open_game(
            self,
            kind: Kind,
            *,
            arena: str = "Stadium_P",
            match_guid: str = "",
            playlist_id: int = -1,
            match_type: str = "",
            team_size: int = 3,
        ) -> None:
            """Opens a game, and draws frames until the plugin has begun its session (0.1 s)."""

        def close_game(self) -> None:
            """Leaves the game: its objects are gone, the plugin ends its session."""

        def set_game(
            self,
            *,
            clock_s: float | None = None,
            overtime: bool | None = None,
            score: tuple[int, int] | None = None,
            round_active: bool | None = None,
            ended: bool | None = None,
            paused: bool | None = None,
            ball_hit: bool | None = None,
            countdown: int | None = None,
            authority: bool | None = None,
        ) -> None:
            """Sets what is given, calls no hook.

            Args:
                clock_s: Scoreboard; NaN for a game without a clock.
                overtime: Whether it is overtime.
                score: Goals of blue and orange.
                round_active: Whether the ball is in play.
                ended: Whether the match is over.
                paused: Whether the game stands still.
                ball_hit: Whether the ball was touched since the kickoff.
                countdown: The kickoff's number.
                authority: Whether the game runs on this machine, so that everybody's inputs are
                    known; False as a guest in another's LAN match.
            """

        def set_state(self, header: NDArray[np.void] | np.void) -> None:
            """Takes over clock, score, ball and the like of a `TICK_HEADER`; calls no hook."""
        # Who plays.
        def seat(
            self, player_id: str, name: str, team: int, *, is_bot: bool = False, local: bool = False
        ) -> int:
            """Somebody sits down; whoever comes back gets the old seat.

            Args:
                player_id: ``steam:…``, ``epic:…`` or another platform's; ignored for bots.
                name: As shown.
                team: 0 or 1, -1 before one is chosen.
                is_bot: Whether the game plays it.
                local: Whether it is the one at this machine.
            """

        def change(
            self, seat: int, *, name: str | None = None, team: int | None = None
        ) -> None: ...
        def leave(self, seat: int) -> None: ...
        def set_spectator(self, seat: int, spectator: bool) -> None: ...
        def set_cars(self, players: NDArray[np.void]) -> None:
            """Takes over records `PLAYER_TICK`, each into the seat ``player``.

            A position of NaN means that there is no car. A flag of -1 becomes 0, but for jumping,
            double_jumping, dodging and boosting, whose part is then missing from the car. Boost of
            NaN is a car without a tank. Seats without a record stay as they are.
            """

        def set_ball(
            self,
            position: Vector3 | None,
            velocity: Vector3 = (0, 0, 0),
            angular_velocity: Vector3 = (0, 0, 0),
            rotation_xyzw: Vector4 = (0, 0, 0, 1),
        ) -> None:
            """Puts the ball somewhere; None takes it away."""
        # What happens. Each calls the game's hooks, and changes the state where the game would.
        def enter(self, phase: int) -> None:
            """Enters a `Phase` of play the way the game does, by its hooks."""

        def countdown(self) -> None: ...
        def start_round(self) -> None: ...
        def touch(self, seat: int) -> None: ...
        def goal(self, seat: int, team: int) -> None:
            """The ball, where it is, goes in for ``team``; seat -1 where nobody is credited."""

        def goal_replay(self, begin: bool) -> None: ...
        def demolish(self, attacker: int, victim: int) -> None: ...
        def stat(self, seat: int, name: str, other: int = -1) -> None:
            """A message of the stat ticker, as ``Shot``, ``Save``, ``EpicSave`` or ``Assist``."""

        def take_pad(self, seat: int, position: Vector3, *, big: bool) -> None:
            """Seat -1 where the game does not say who (a guest's machine)."""

        def pad_back(self, position: Vector3, *, big: bool) -> None: ...
        def overtime(self) -> None: ...
        def pause(self, paused: bool) -> None: ...
        def end_match(self, winner: int = -1) -> None: ...
        def set_replay(self, *, exists: bool = True, corrupt: bool = False) -> None:
            """What the game has recorded when the match ends; exporting it writes a small file."""

        def set_training_pack(
            self, code: str, name: str, shots: int, creator: str = ""
        ) -> None: ...
        def training_shot(self, shot: int) -> None:
            """Turns to a shot, counted from 1."""

        def training_attempt(self) -> None:
            """The player begins to play the shot; `goal` scores it."""

        def fire(self, hook: str) -> None:
            """Calls a hook without caller or parameters."""
        # What the plugin did.
        @property
        def hooks(self) -> list[str]:
            """Names that the plugin listens to."""

        @property
        def console(self) -> list[str]:
            """Commands the plugin has run, oldest first."""

        @property
        def toasts(self) -> list[host.Toast]: ...
        @property
        def log(self) -> list[str]: ...
        @property
        def cvars(self) -> dict[str, str]: ...
        def set_cvar(self, name: str, value: str) -> None: ...
        def notify(self, name: str) -> None:
            """Runs a notifier, as a key bound to it would.

            Raises:
                KeyError: The plugin has not registered it.
            """

        @property
        def waiting(self) -> int:
            """Timeouts still to come."""

        @property
        def connection(self) -> str:
            """`Status.text`."""

        @property
        def status(self) -> host.Status: ...
