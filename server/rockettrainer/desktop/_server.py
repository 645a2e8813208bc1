"""The server, asked by the windows' own process."""

import http.client
import json
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from rockettrainer.home import Running, only_server, running_server

_ADDRESS: Final = "/api/v1/live/address"
_LINK: Final = "/api/v1/session/link"
_PATIENCE_S: Final = 5.0


class NoServer(Exception):  # noqa: N818 (it is no error: it may come yet)
    """No server answers."""


class Server:
    """Finds the server of a data folder, also after it was started anew.

    Args:
        home: The data folder.
    """

    def __init__(self, home: Path) -> None:
        self._home = home

    @property
    def absent(self) -> bool:
        """Whether none has the data folder."""
        with only_server(self._home) as free:
            return free

    def running(self) -> Running:
        """Where it is.

        Raises:
            NoServer: None has said so.
        """
        found = running_server(self._home)
        if found is None:
            raise NoServer
        return found

    def overlay(self) -> str:
        """The address of the overlay page.

        Raises:
            NoServer: None answers.
        """
        return str(self._asked("GET", _ADDRESS)["url"])

    def link(self) -> str:
        """A link that opens the page once.

        Raises:
            NoServer: None answers.
        """
        return str(self._asked("POST", _LINK)["url"])

    def _asked(self, method: str, path: str) -> Any:  # noqa: ANN401 (JSON)
        running = self.running()
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=_PATIENCE_S)
        try:
            headers = {"Authorization": f"Bearer {running.token}"}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            if answer.status != http.client.OK:
                raise NoServer
            return json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise NoServer from error
        finally:
            connection.close()


class OwnServer:
    """A server that was started for the windows, and ends with them.

    Args:
        command: That serves.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own command)
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )

    def stop(self) -> None:
        """Has it end, and waits until it has."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=20)
