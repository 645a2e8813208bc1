"""What the game is asked to do: show a notice, load a training pack. Nothing else, ever."""

import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rockettrainer.sources.plugin import Result, load_training_pack, toast
from rockettrainer.storage import Settings

CODE: Final = re.compile(r"[0-9A-F]{4}(-[0-9A-F]{4}){3}")
"""Of a training pack. It goes into the game's console, so the plugin looks at it again."""
CANCEL_S: Final = 5.0
"""For a person to say no."""
AT_ONCE: Final = 5
WITHIN_S: Final = 10.0
"""So many commands in so many seconds; the plugin takes ten."""
_WAITING: Final = "waiting_training_pack"

Send = Callable[[str], None]


class Refusal(StrEnum):
    """Why a command is not carried out."""

    BAD_CODE = "bad-code"
    ONLINE_MATCH = "online-match"
    TOO_OFTEN = "too-often"
    NO_PLUGIN = "no-plugin"


class CommandError(Exception):
    """A command is refused."""

    def __init__(self, kind: Refusal, message: str, hint: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint


class Status(StrEnum):
    """What has become of a command."""

    WAITING = "waiting"
    """For a session with the anti-cheat off."""
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PackOrder:
    """A training pack that is to be loaded, or was."""

    code: str
    title: str
    status: Status
    reason: str = ""
    """Why it was refused, by the game's side."""


class Commands:
    """Passes commands to a plugin, if there is one.

    Args:
        settings: That remember the pack that waits.
        clock: Steady seconds.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._send: Send | None = None
        self._sent_at: deque[float] = deque(maxlen=AT_ONCE)
        self._order: PackOrder | None = None
        self._order_id: str | None = None

    @property
    def pack(self) -> PackOrder | None:
        """The pack that was asked for last; None for none."""
        if self._order is not None:
            return self._order
        kept = self._settings.get(_WAITING)
        known = isinstance(kept, dict) and CODE.fullmatch(str(kept.get("code")))
        return PackOrder(kept["code"], str(kept.get("title")), Status.WAITING) if known else None

    def connect(self, send: Send | None) -> None:
        """Says how to reach the plugin; None for not at all."""
        if send is None and self._order is not None and self._order.status is Status.SENT:
            self._set(PackOrder(self._order.code, self._order.title, Status.WAITING))
        self._send = send

    def notice(self, title: str, text: str, seconds: float, *, online: bool) -> None:
        """Shows a notice.

        Raises:
            CommandError: An online match goes on, there is no plugin, or too many were asked for.
        """
        self._check(online=online)
        if self._send is None:
            message, hint = "no plugin is connected", "Start the game without its anti-cheat."
            raise CommandError(Refusal.NO_PLUGIN, message, hint)
        self._send(toast(_new_id(), title, text, seconds))

    def load(self, code: str, title: str, *, online: bool) -> PackOrder:
        """Loads a pack, or keeps it until there is a plugin that can.

        Raises:
            CommandError: The code is none, an online match goes on, or too many were asked for.
        """
        if not CODE.fullmatch(code):
            message, hint = (
                "that is no code of a training pack",
                "It looks like A503-264C-A7EB-D282.",
            )
            raise CommandError(Refusal.BAD_CODE, message, hint)
        self._check(online=online)
        order = PackOrder(code, title, Status.WAITING)
        if self._send is None:
            self._set(order)
            return order
        return self._pass_on(order, self._send)

    def session_began(self) -> None:
        """Sends the pack that waits: a session has begun in which it can be loaded."""
        order = self.pack
        if self._send is not None and order is not None and order.status is Status.WAITING:
            self._pass_on(order, self._send)

    def forget(self) -> bool:
        """Gives up the pack; whether there was one."""
        known = self.pack is not None
        self._order = self._order_id = None
        self._settings.put(_WAITING, None)
        return known

    def answered(self, result: Result) -> None:
        """Takes in what the plugin says of a command."""
        if self._order is not None and result.id == self._order_id:
            order, self._order_id = self._order, None
            self._set(PackOrder(order.code, order.title, Status(result.status), result.reason))

    def _pass_on(self, order: PackOrder, send: Send) -> PackOrder:
        self._order_id = _new_id()
        send(load_training_pack(self._order_id, order.code, order.title, CANCEL_S))
        sent = PackOrder(order.code, order.title, Status.SENT)
        self._set(sent)
        return sent

    def _set(self, order: PackOrder) -> None:
        """A pack that waits outlasts the server; so does one of which no answer has come."""
        self._order = order
        waits = order.status in (Status.WAITING, Status.SENT)
        kept = {"code": order.code, "title": order.title} if waits else None
        self._settings.put(_WAITING, kept)

    def _check(self, *, online: bool) -> None:
        if online:
            message, hint = "an online match goes on", "Ask again when it is over."
            raise CommandError(Refusal.ONLINE_MATCH, message, hint)
        now = self._clock()
        if len(self._sent_at) == AT_ONCE and now - self._sent_at[0] < WITHIN_S:
            raise CommandError(Refusal.TOO_OFTEN, "too many commands", "Wait ten seconds.")
        self._sent_at.append(now)


def _new_id() -> str:
    return secrets.token_hex(8)
