"""The command, started as a user starts it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from platformdirs import user_cache_path

from rockettrainer.integrations.ballchasing import TOKEN_VARIABLE
from tests.support.waiting import until

COMMAND = (sys.executable, "-c", "from rockettrainer.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Program:
    """A server that runs."""

    home: Path
    """Its data, and in `watched` the folder that it watches."""
    environment: dict[str, str]

    @property
    def watched(self) -> Path:
        """A replay dropped here is imported."""
        return self.home / "watched"

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._said['port']}"

    @property
    def _said(self) -> dict[str, str]:
        said: dict[str, str] = json.loads((self.home / "server.json").read_text("utf-8"))
        return said

    def client(self) -> httpx.Client:
        """A client that has the token."""
        headers = {"Authorization": f"Bearer {self._said['token']}"}
        return httpx.Client(base_url=f"{self.url}/api/v1", headers=headers, timeout=60)

    def link(self) -> str:
        """A link that opens the page once."""
        with self.client() as client:
            return str(client.post("/session/link").raise_for_status().json()["url"])

    def printed_link(self) -> str:
        """The same, as the command prints it."""
        printed = subprocess.run(
            (*COMMAND, "link"), env=self.environment, check=True, capture_output=True, text=True
        )
        return printed.stdout.strip()

    def add(self, *replays: bytes) -> None:
        """Uploads replays, and waits until they are matches."""
        with self.client() as client:
            for content in replays:
                client.post("/replays/upload", files={"file": content}).raise_for_status()
            until(lambda: not client.get("/jobs", params={"state": ["ready", "leased"]}).json())


@contextmanager
def running(home: Path) -> Iterator[Program]:
    """Serves a data folder until the context ends."""
    own = {"ROCKETTRAINER_HOME": str(home), "HOME": str(home)}
    own["XDG_CACHE_HOME"] = str(user_cache_path())  # where the kernels are that are compiled
    # Nobody's keyring is asked, nor the service that a token in it would open.
    own |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", TOKEN_VARIABLE: ""}
    program = Program(home, os.environ | own)
    program.watched.mkdir(parents=True)
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            (*COMMAND, "serve"), env=program.environment, stdout=subprocess.PIPE, stderr=log
        )
        try:
            assert process.stdout is not None
            assert process.stdout.readline(), (home / "log.txt").read_text("utf-8")
            with program.client() as client:
                folders = {"watched_folders": [str(program.watched)]}
                client.put("/settings", json=folders).raise_for_status()
            yield program
        finally:
            process.terminate()
            process.wait(timeout=120)
            if process.stdout is not None:
                process.stdout.close()
