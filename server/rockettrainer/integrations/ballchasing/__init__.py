"""ballchasing.com: its shape of an analysed replay, and a client of its API."""

from rockettrainer.integrations.ballchasing._answers import (
    Account,
    Group,
    Listed,
    Replay,
    ReplayStatus,
    Uploaded,
)
from rockettrainer.integrations.ballchasing._client import Client, ReplayFilter, Visibility
from rockettrainer.integrations.ballchasing._collect import Collected, Progress, collect
from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._pace import Clock, Tier
from rockettrainer.integrations.ballchasing._reference import (
    Reference,
    ReferenceKind,
    parse_reference,
)
from rockettrainer.integrations.ballchasing._shape import metric_for, replay_json
from rockettrainer.integrations.ballchasing._tokens import (
    TOKEN_VARIABLE,
    forget_token,
    load_token,
    save_token,
)

__all__ = [
    "TOKEN_VARIABLE",
    "Account",
    "BallchasingError",
    "Client",
    "Clock",
    "Collected",
    "Fault",
    "Group",
    "Listed",
    "Progress",
    "Reference",
    "ReferenceKind",
    "Replay",
    "ReplayFilter",
    "ReplayStatus",
    "Tier",
    "Uploaded",
    "Visibility",
    "collect",
    "forget_token",
    "load_token",
    "metric_for",
    "parse_reference",
    "replay_json",
    "save_token",
]
