"""The demo's server: a process of its own, as a person's would be."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final, Literal, Self

from rockettrainer.api import NotRunning
from rockettrainer.cli._overlay import COMMAND
from rockettrainer.home import Running, running_server

PATIENCE_S: Final = 120.0
"""For the server to start, to answer, and to store the match: a busy machine is slow, and a server
that has ended is noticed at once."""
_STOP_S: Final = 10.0


class DemoServer:
    """Serves a data folder until the context ends.

    Args:
        home: The demo's data folder.
        windows: Whether overlay and summary are opened beside it.
    """

    def __init__(self, home: Path, *, windows: bool) -> None:
        self._home = home
        self._windows_wanted = windows
        self._processes: list[subprocess.Popen[bytes]] = []
        self._running: Running | None = None

    def __enter__(self) -> Self:
        try:
            self._start("serve", "--no-watch")
            self._wait()
            if self._windows_wanted:
                self._start("overlay", "--attached")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            if process.stdin is not None:
                process.stdin.close()  # the windows end by that
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._processes:
            try:
                process.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()

    @property
    def is_up(self) -> bool:
        """Whether the server still runs."""
        return self._processes[0].poll() is None

    def link(self) -> str:
        """A one-time link to its page.

        Raises:
            NotRunning: It gives none.
            OSError: It does not answer.
        """
        if (told := self.ask("/session/link", "POST")) is None:
            raise NotRunning("the server gives no link to its page")
        return str(told["url"])

    def ask(self, path: str, method: Literal["GET", "POST"] = "GET") -> dict[str, Any] | None:
        """What the API answers; None where it has nothing.

        Args:
            path: Behind ``/api/v1``.
            method: Of the request.

        Raises:
            OSError: It does not answer.
        """
        if self._running is None:
            raise ConnectionRefusedError
        connection = HTTPConnection("127.0.0.1", self._running.port, timeout=PATIENCE_S)
        try:
            headers = {"Authorization": f"Bearer {self._running.token}"}
            connection.request(method, f"/api/v1{path}", headers=headers)
            answer = connection.getresponse()
            content = answer.read()
            found: dict[str, Any] | None = json.loads(content) if answer.status == 200 else None
            return found
        finally:
            connection.close()

    def _start(self, *words: str) -> None:
        environment: Mapping[str, str] = os.environ | {"ROCKETTRAINER_HOME": str(self._home)}
        process = subprocess.Popen(  # noqa: S603 (this program)
            (*COMMAND, *words),
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=(self._home / f"{words[0]}.log").open("wb"),
            start_new_session=True,  # Ctrl-C is the demo's
        )
        self._processes.append(process)

    def _wait(self) -> None:
        latest = time.monotonic() + PATIENCE_S
        while time.monotonic() < latest and self.is_up:
            self._running = running_server(self._home)
            if self._running is not None:
                try:
                    self.ask("/live")
                except OSError:
                    pass
                else:
                    return
            time.sleep(0.05)
        raise NotRunning(f"the server did not start; see {self._home / 'serve.log'}")
