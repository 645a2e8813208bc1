"""Opens the windows, in this process or in one of their own."""

import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import Final

from rockettrainer.desktop._kit import NoKit, find_kit
from rockettrainer.desktop._program import ASK, Options, Program
from rockettrainer.home import only_one

FAILED: Final = 2
"""Exit status where no window can be opened."""

OPEN: Final = 3
"""Exit status where they are open already."""

STARTS: Final = 4
"""Of a process of windows that ends by itself; then it is given up."""
_PAUSE_S: Final = 2.0

_log = logging.getLogger(__name__)


def open_windows(options: Options) -> int:
    """Shows the windows until they are to end; call it from the main thread.

    If they are open already, they only do what is asked for, and this returns at once.

    Args:
        options: How they are started.

    Returns:
        The exit status.
    """
    with only_one(options.home / "windows.lock") as first:
        if not first:
            if options.edit:
                (options.home / ASK).touch()
            sys.stderr.write("The windows are open already.\n")
            return OPEN
        try:
            kit = find_kit()
        except NoKit as error:
            sys.stderr.write(f"error: {error}. {error.hint}\n")
            return FAILED
        (options.home / ASK).unlink(missing_ok=True)
        import webview  # noqa: PLC0415 (loading it takes time)

        return Program(options, kit, webview).run()


class WindowsProcess:
    """Windows beside a server. Whatever becomes of them, the server goes on.

    Args:
        command: That opens them and ends when its standard input does.
        left: Called when the player has ended them.
        say: Called with a sentence where something is wrong.
    """

    def __init__(
        self, command: Sequence[str], left: Callable[[], None], say: Callable[[str], None]
    ) -> None:
        self._command = command
        self._left = left
        self._say = say
        self._stopped = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._run, name="windows", daemon=True)

    def start(self) -> None:
        """Opens them."""
        self._thread.start()

    def stop(self) -> None:
        """Closes them, and waits until they are."""
        self._stopped.set()
        process = self._process
        if process is not None:
            if process.stdin is not None:
                with suppress(OSError):
                    process.stdin.close()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        for start in range(1, STARTS + 1):
            status = self._once()
            if self._stopped.is_set():
                return
            if status == 0:
                self._left()
                return
            if status in (FAILED, OPEN):
                return  # it has said why
            again = "They are opened again." if start < STARTS else "They stay closed."
            self._say(f"The windows ended by themselves (status {status}). {again}")
            self._stopped.wait(_PAUSE_S)

    def _once(self) -> int:
        with subprocess.Popen(self._command, stdin=subprocess.PIPE) as process:  # noqa: S603 (ours)
            self._process = process
            return process.wait()
