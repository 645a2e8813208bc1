"""What the overlay's window has to be able to do, whatever the system."""

from collections.abc import Sequence
from typing import Final, Protocol

from rockettrainer.desktop._monitor import Box, Monitor

PARKED: Final = (-20_000, -20_000)
"""Where no screen is."""


class Glass(Protocol):
    """A window that lies over the game: on top, without frame, never with the keyboard.

    Every call may come from any thread, and has taken effect when it returns.
    """

    see_through: bool
    """Whether the page's own transparency shows what is beneath; else the whole window fades."""

    def monitors(self) -> Sequence[Monitor]:
        """Those that are plugged in; at least one."""

    def show(self, box: Box) -> None:
        """Shows it there and as big, above everything, without giving it the keyboard."""

    def hide(self) -> None:
        """Takes it off the screen. The page has to go on drawing: it says when to show it."""

    def fade(self, opacity: float) -> None:
        """Lets what is beneath shine through the whole window; 1 is solid."""

    def take_clicks(self, *, wanted: bool) -> None:
        """Has mouse and keyboard meet the window, or go to what is beneath."""

    def faults(self, box: Box) -> Sequence[str]:
        """What the system does not do as it should, as sentences; looked at while it is shown."""
