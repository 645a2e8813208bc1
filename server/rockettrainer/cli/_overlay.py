"""``rockettrainer overlay``, and the windows beside the server."""

import logging
import signal
import sys

from rockettrainer.cli._terminal import complain
from rockettrainer.desktop import Options, WindowsProcess, autostart, check, open_windows
from rockettrainer.home import HomeError, home_folder, only_server

COMMAND = (sys.executable, "-c", "from rockettrainer.cli import main; main()")
"""This program, started anew."""


def run(*, edit: bool, tray: bool, attached: bool) -> int:
    """Shows the windows until they are to end.

    Args:
        edit: Whether to begin with choosing the card's place.
        tray: Whether to have a menu beside the clock.
        attached: Whether to end when standard input does.

    Returns:
        The exit status.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    options = Options(
        home_folder().absolute(),
        serve=(*COMMAND, "serve"),
        start=COMMAND,
        edit=edit,
        tray=tray,
        attached=attached,
    )
    try:
        return open_windows(options)
    except HomeError as error:
        return complain(f"{error}. {error.hint}")


def start_with_system(*, on: bool) -> int:
    """Has the program start when its user logs in, or not; the exit status."""
    try:
        autostart(COMMAND).set(on=on)
    except OSError as error:
        return complain(f"the system does not allow it: {error}")
    does = "starts" if on else "does not start"
    sys.stdout.write(f"RocketTrainer {does} with the system.\n")
    return 0


def windows_beside() -> WindowsProcess | None:
    """The windows beside a server in this process, not yet open.

    When the player ends them, the server is told to end as well.

    Returns:
        None if there can be none, which is said, or if another server runs, which has its own.
    """
    with only_server(home_folder().absolute()) as free:
        if not free:
            return None
    found = check()
    if found.kit is None:
        _say(f"No overlay: {found.problem}. {found.hint}")
        return None
    return WindowsProcess((*COMMAND, "overlay", "--attached"), _leave, _say)


def _leave() -> None:
    signal.raise_signal(signal.SIGTERM)


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
