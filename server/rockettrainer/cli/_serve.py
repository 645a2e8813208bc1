"""``rockettrainer``, ``rockettrainer serve`` and ``rockettrainer link``."""

import logging
import sys
import webbrowser
from collections.abc import Callable

from rockettrainer.api import NotRunning, other_link, serve
from rockettrainer.cli._overlay import windows_beside
from rockettrainer.cli._terminal import complain
from rockettrainer.desktop import WindowsProcess
from rockettrainer.home import HomeError
from rockettrainer.storage import StoreError


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
    try:
        beside = windows_beside() if windows else None
    except HomeError as error:
        return complain(f"{error}. {error.hint}")
    try:
        if not serve(None, port, _opener(beside, browser=browser), watch=watch):
            sys.stderr.write("It was running already.\n")
    except (StoreError, HomeError) as error:
        return complain(f"{error}. {error.hint}")
    except NotRunning as error:
        return complain(f"another one holds the data folder, but {error}")
    except OSError as error:
        return complain(f"port {port} cannot be had: {error.strerror}. Choose another --port.")
    finally:
        if beside is not None:
            beside.stop()
    return 0


def _opener(beside: WindowsProcess | None, *, browser: bool) -> Callable[[str], None]:
    """What is done once the page can be opened."""

    def opened(link: str) -> None:
        sys.stdout.write(f"RocketTrainer is at {link}\n")
        sys.stdout.flush()
        if browser:
            webbrowser.open(link)
        if beside is not None:
            beside.start()

    return opened


def print_link() -> int:
    """Prints a link to the server that runs; the exit status."""
    try:
        sys.stdout.write(f"{other_link()}\n")
    except NotRunning as error:
        return complain(str(error))
    except HomeError as error:
        return complain(f"{error}. {error.hint}")
    return 0
