"""What the server says to the plugin."""

from typing import Final

import msgspec

from rockettrainer._bakkesmod import LAYOUT
from rockettrainer.sources.plugin._errors import Flaw, PluginError
from rockettrainer.sources.plugin._messages import PROTOCOL, Hello
from rockettrainer.sources.plugin._ticks import HEADER_SIZE, PLAYER_SIZE

OTHER_PROTOCOL_CODE: Final = 4400
"""With which a WebSocket is closed whose plugin speaks another protocol."""


def check_hello(hello: Hello) -> None:
    """Sees whether we understand each other.

    Raises:
        PluginError: The plugin is of another version.
    """
    ours = (PROTOCOL, LAYOUT, HEADER_SIZE, PLAYER_SIZE)
    theirs = (hello.protocol, hello.layout, hello.header_size, hello.player_size)
    if theirs != ours:
        message = "the plugin and RocketTrainer are of different versions: update the older one"
        raise PluginError(Flaw.OTHER_PROTOCOL, message)


def welcome(version: str, last_event: int) -> str:
    """Answers a hello: the last event that is held for good."""
    return _text(type="welcome", protocol=PROTOCOL, server=version, last_event=last_event)


def acknowledge(event: int) -> str:
    """Says that all events up to this one are held for good."""
    return _text(type="ack", event=event)


def toast(command: str, title: str, text: str, seconds: float) -> str:
    """Has the game show a notice.

    Args:
        command: Id to be answered.
        title: Of the notice.
        text: Of the notice.
        seconds: For which it is shown.
    """
    return _text(type="command", id=command, name="toast", title=title, text=text, seconds=seconds)


def load_training_pack(command: str, code: str, title: str, cancel_s: float) -> str:
    """Has the game load a training pack, unless the person cancels.

    Args:
        command: Id to be answered.
        code: Of the pack, checked.
        title: What the person is told.
        cancel_s: Seconds to cancel in.
    """
    name = "load_training_pack"
    return _text(type="command", id=command, name=name, code=code, title=title, cancel_s=cancel_s)


def _text(**fields: str | float) -> str:
    return msgspec.json.encode(fields).decode()
