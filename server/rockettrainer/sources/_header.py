"""What a replay says beside its frames: facts of the match, roster, final scoreboard."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rockettrainer.match import (
    Camera,
    Frames,
    HeaderStats,
    MatchInfo,
    Player,
    Roster,
    Team,
    blank_frames,
)

if TYPE_CHECKING:
    from rockettrainer_replay import Info
    from rockettrainer_replay import Player as DecodedPlayer


def match_info(info: "Info") -> MatchInfo:
    """Facts of the match."""
    return MatchInfo(**{name: info[name] for name in MatchInfo.__dataclass_fields__})  # type: ignore[literal-required]


def players(rows: Sequence["DecodedPlayer"]) -> Iterator[Player]:
    """The players, by slot."""
    for row in rows:
        stats, camera = row["header_stats"], row["camera"]
        yield Player(
            id=row["id"],
            platform=row["platform"],
            platform_id=row["platform_id"] or "",
            name=row["name"],
            team=Team(row["team"]),
            is_bot=row["is_bot"],
            header_stats=HeaderStats(**stats) if stats else None,
            car_body_id=row["car_body_id"],
            camera=Camera(**camera) if camera else None,
            steering_sensitivity=row["steering_sensitivity"],
            spans=tuple(row["spans"]),
        )


def scoreboard_frames(roster: Roster, score: Sequence[int] | None) -> Frames:
    """One frame that shows the final scoreboard and nothing else."""
    frames = blank_frames(1, len(roster))
    if score is not None:
        frames.team_score[0] = score
    show_final(frames, roster)
    return frames


def show_final(frames: Frames, roster: Roster) -> None:
    """Puts the final scoreboard into the last frame.

    The game awards points after the last frame that it records, so the header is ahead of the
    frames. It does not list players who left; theirs stay as they were last seen.
    """
    for slot, player in enumerate(roster):
        if (stats := player.header_stats) is not None:
            frames.score[-1, slot] = stats.score
            frames.goals[-1, slot] = stats.goals
            frames.assists[-1, slot] = stats.assists
            frames.saves[-1, slot] = stats.saves
            frames.shots[-1, slot] = stats.shots
