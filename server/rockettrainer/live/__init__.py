"""A session in progress: what a source sees, measured and told as it is played.

A source makes a `Session`, gives it to `Live.begin`, fills the row of its recorder and calls
`Session.commit`, then `Live.tick`; `Live.end` stores it. The plugin's is made by `PluginLink`.
"""

from rockettrainer.live._advice import RULES
from rockettrainer.live._board import Onlooker
from rockettrainer.live._commands import CODE, CommandError, Commands, PackOrder, Refusal, Status
from rockettrainer.live._happened import Happened
from rockettrainer.live._kinds import Kind, Source, View
from rockettrainer.live._live import Live
from rockettrainer.live._momentum import Momentum
from rockettrainer.live._plugin_link import PluginLink
from rockettrainer.live._prepare import prepare
from rockettrainer.live._recorder import Recorder
from rockettrainer.live._session import Session
from rockettrainer.live._show import Panel, State
from rockettrainer.live._stats_feed import StatsApiFeed, StatsApiSettings
from rockettrainer.live._summary import Summary

__all__ = [
    "CODE",
    "RULES",
    "CommandError",
    "Commands",
    "Happened",
    "Kind",
    "Live",
    "Momentum",
    "Onlooker",
    "PackOrder",
    "Panel",
    "PluginLink",
    "Recorder",
    "Refusal",
    "Session",
    "Source",
    "State",
    "StatsApiFeed",
    "StatsApiSettings",
    "Status",
    "Summary",
    "View",
    "prepare",
]
