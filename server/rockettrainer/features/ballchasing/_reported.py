"""What these metrics have in common."""

from functools import partial

from rockettrainer.features._metric import Family, Metric
from rockettrainer.match import Visible

reported = partial(
    Metric,
    family=Family.BALLCHASING,
    needs=Visible.REPORTS,
    source="found from ballchasing.com's published figures of four games, which it reproduces",
)
ALL_REPORTS = "all reports' time"
"""What a share of reports is a share of, in its definition."""
LIVE_PLAY = "the time without kickoff countdowns"
"""The same of a share of live play."""
