"""What the plugin sends, read and checked; nothing here is done with it.

``docs/plugin-protocol.md`` describes the messages, ``plugin_cpp/core`` writes them.
"""

from rockettrainer.sources.plugin._errors import Flaw, PluginError
from rockettrainer.sources.plugin._events import (
    Countdown,
    Demolition,
    DodgeRefresh,
    GameEvent,
    Goal,
    GoalReplayEnded,
    GoalReplayStarted,
    MatchEnded,
    Overflow,
    Overtime,
    PadBack,
    PadTaken,
    Paused,
    PlayerLeft,
    PlayerSeated,
    ReplaySaved,
    RoundStarted,
    SessionEnded,
    SessionStarted,
    Stat,
    Touch,
    TrainingAttempt,
    TrainingPack,
    TrainingShot,
)
from rockettrainer.sources.plugin._facts import info_of, player_of
from rockettrainer.sources.plugin._messages import Hello, Message, Result, read_message
from rockettrainer.sources.plugin._pads import nearest_pad
from rockettrainer.sources.plugin._replies import (
    OTHER_PROTOCOL_CODE,
    acknowledge,
    check_hello,
    load_training_pack,
    toast,
    welcome,
)
from rockettrainer.sources.plugin._ticks import Tick, read_ticks

__all__ = [
    "OTHER_PROTOCOL_CODE",
    "Countdown",
    "Demolition",
    "DodgeRefresh",
    "Flaw",
    "GameEvent",
    "Goal",
    "GoalReplayEnded",
    "GoalReplayStarted",
    "Hello",
    "MatchEnded",
    "Message",
    "Overflow",
    "Overtime",
    "PadBack",
    "PadTaken",
    "Paused",
    "PlayerLeft",
    "PlayerSeated",
    "PluginError",
    "ReplaySaved",
    "Result",
    "RoundStarted",
    "SessionEnded",
    "SessionStarted",
    "Stat",
    "Tick",
    "Touch",
    "TrainingAttempt",
    "TrainingPack",
    "TrainingShot",
    "acknowledge",
    "check_hello",
    "info_of",
    "load_training_pack",
    "nearest_pad",
    "player_of",
    "read_message",
    "read_ticks",
    "toast",
    "welcome",
]
