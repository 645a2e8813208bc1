"""``rockettrainer``, ``rockettrainer serve`` and ``rockettrainer link``."""

import logging
import sys
import webbrowser

from rockettrainer.api import NotRunning, other_link, serve
from rockettrainer.cli._overlay import windows_beside
from rockettrainer.storage import StoreError

FAILED = 2
"""Exit status when there is no server and none could be started."""


def start(port: int | None, *, watch: bool, browser: bool, windows: bool = False) -> int:
    """Serves until Ctrl-C.

    Args:
        port: To listen at; None for the usual one.
        watch: Whether to import what the game saves.
        browser: Whether to open the page.
        windows: Whether to open overlay, summary and tray.

    Returns:
        The exit status.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")

    beside = windows_beside() if windows else None

    def opened(link: str) -> None:
        sys.stdout.write(f"RocketTrainer is at {link}\n")
        sys.stdout.flush()
        if browser:
            webbrowser.open(link)
        if beside is not None:
            beside.start()

    try:
        if not serve(None, port, opened, watch=watch):
            sys.stderr.write("It was running already.\n")
    except StoreError as error:
        return _failed(f"{error.message}. {error.hint}")
    except NotRunning as error:
        return _failed(f"another one holds the data folder, but {error}")
    except OSError as error:
        return _failed(f"port {port} cannot be had: {error.strerror}. Choose another --port.")
    finally:
        if beside is not None:
            beside.stop()
    return 0


def print_link() -> int:
    """Prints a link to the server that runs; the exit status."""
    try:
        sys.stdout.write(f"{other_link()}\n")
    except NotRunning as error:
        return _failed(f"{error}")
    return 0


def _failed(line: str) -> int:
    sys.stderr.write(f"error: {line}\n")
    return FAILED
