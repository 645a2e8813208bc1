"""A replay file as a match."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rockettrainer_replay import ReplayError, decode

from rockettrainer.match import Events, Frames, Match, Roster, Visible, blank_column, no_events
from rockettrainer.sources._header import match_info, players, scoreboard_frames, show_final

if TYPE_CHECKING:
    from rockettrainer_replay import Decoded

__all__ = ["LARGEST_REPLAY_BYTES", "ReplayError", "read_replay"]

LARGEST_REPLAY_BYTES: Final = 64 << 20
"""More is not read. The largest known ones, of matches with an hour of overtime, have 10 MiB."""


def read_replay(source: Path | bytes) -> Match:
    """Reads a replay.

    A file whose header can be read but whose frames cannot (a newer game, damage) still gives
    its scoreboard: a match that sees nothing else, with a warning that says why.

    Args:
        source: Path of a ``.replay`` file, or its bytes.

    Raises:
        ReplayError: Nothing can be read; says what, where in the file, and what to do.
        OSError: The file cannot be opened.
    """
    decoded = decode(source)
    roster = Roster(tuple(players(decoded["players"])))
    failure = decoded["network_error"]
    warnings = list(decoded["warnings"])
    if failure is not None:
        warnings.append(f"Only the header could be read: {failure['message']}. {failure['hint']}")
    return Match(
        info=match_info(decoded["info"]),
        roster=roster,
        visible=Visible.SCOREBOARD if failure else Visible.REPLAY,
        frames=_frames(decoded, roster),
        events=_events(decoded),
        stat_names=tuple(decoded["stat_names"]),
        warnings=tuple(warnings),
    )


def _frames(decoded: "Decoded", roster: Roster) -> Frames:
    columns: dict[str, Any] | None = decoded["frames"]  # type: ignore[assignment]
    if columns is None:
        return scoreboard_frames(roster, decoded["info"]["score"])
    shape = (len(columns["time_s"]), len(roster))
    frames = Frames._make(
        columns[name] if name in columns else blank_column(name, *shape) for name in Frames._fields
    )
    if frames.size:
        show_final(frames, roster)
    return frames


def _events(decoded: "Decoded") -> Events:
    columns: dict[str, Any] | None = decoded["events"]  # type: ignore[assignment]
    if columns is None:
        return no_events()
    return Events._make(columns[name] for name in Events._fields)
