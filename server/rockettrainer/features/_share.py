"""A time and its share, declared once."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rockettrainer.features._metric import Metric, TeamRule, Unit
from rockettrainer.features._values import Value, share, total


def timed(
    declare: Callable[..., Metric], field: str, whole: Sequence[str], **said: object
) -> tuple[Metric, Metric]:
    """A field of seconds in a player's record, which names the metric, and its share of others.

    Args:
        declare: Makes the metric.
        field: Its key ends with ``_s``.
        whole: Fields that it is a share of.
        said: What else is to be said of it, as for `with_share`.
    """
    time = declare(key=field, unit=Unit.SECONDS, value=total(field), **said)
    return with_share(time, share(field, *whole))


def with_share(time: Metric, share: Value, whole: str | None = None) -> tuple[Metric, Metric]:
    """A metric of time, and the same in percent of some whole.

    Args:
        time: The time; its key ends with ``_s``, its definition begins with "Time".
        share: Values of the share.
        whole: What it is a share of, for its definition; None for the time in play.
    """
    return time, replace(
        time,
        key=f"{time.key.removesuffix('_s')}_percent",
        name=f"{time.name}, share",
        unit=Unit.PERCENT,
        high=100.0,
        definition=_definition(time.definition, whole),
        ballchasing=time.ballchasing and time.ballchasing.replace(".time_", ".percent_"),
        value=share,
        team=TeamRule.NONE,
    )


def _definition(time: str, whole: str | None) -> str:
    if whole is None:
        state = time.removeprefix("Time").removeprefix(" in play")
        return f"Share of time in play{state}"
    return f"{time.removesuffix('.')}, in percent of {whole}."
