"""What makes a bot better than another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """How a bot plays. All of it follows from one skill between 0 and 1."""

    reaction_s: float
    """Between looking again; until then it plays for the world as it was."""
    aim_error_rad: float
    """Standard deviation of where it means to hit the ball."""
    timing_error: float
    """Standard deviation of its idea of how long a way takes, as a share."""
    discipline: float
    """Share of decisions in which it leaves the ball to a mate who is closer."""
    keeps_boost: bool
    """Does not burn boost that brings nothing: at top speed, or turned away."""
    pad_detour_uu: float
    """How far out of its way it goes for a small pad."""
    boost_wanted: float
    """Below this it looks for boost when it has no more urgent task."""
    dodge_share: float
    """Share of shots that it strengthens with a dodge."""
    reach_uu: float
    """Greatest height of a ball that it jumps or flies for."""
    slides: bool
    """Uses powerslide for sharp turns."""
    aggression: float
    """Share of idle moments that it spends on running an opponent over."""


def traits_of(skill: float) -> Traits:
    """The traits of a skill: 0 has just found the pedals, 1 plays as well as these bots can."""
    return Traits(
        reaction_s=0.50 - 0.38 * skill,
        aim_error_rad=0.32 - 0.28 * skill,
        timing_error=0.25 * (1.0 - skill),
        discipline=0.25 + 0.50 * skill,
        keeps_boost=skill > 0.4,
        pad_detour_uu=100.0 + 900.0 * skill,
        boost_wanted=25.0 + 30.0 * skill,
        dodge_share=0.25 + 0.70 * skill,
        reach_uu=140.0 + 160.0 * min(skill / 0.4, 1.0) + 900.0 * max(0.0, (skill - 0.5) / 0.5),
        slides=skill > 0.3,
        aggression=0.12,
    )
