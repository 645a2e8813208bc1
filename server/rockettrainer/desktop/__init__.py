"""Windows of this machine's desktop: overlay card, summary, tray, hot keys."""

from rockettrainer.desktop._autostart import Autostart, autostart
from rockettrainer.desktop._kit import KitState, check
from rockettrainer.desktop._open import WindowsProcess, open_windows
from rockettrainer.desktop._program import Options

__all__ = [
    "Autostart",
    "KitState",
    "Options",
    "WindowsProcess",
    "autostart",
    "check",
    "open_windows",
]
