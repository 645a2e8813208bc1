"""Watches folders for replays."""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Final

from watchfiles import Change, watch

from rockettrainer.library._files import SUFFIX, Hashes, Stamp, is_whole, stamp_of
from rockettrainer.library._imports import BACKLOG, SOON, FoundFile
from rockettrainer.library._places import needs_polling

LOOK_S: Final = 0.25
"""Between looks at files that are being written."""
_SETTLED_S: Final = 10.0
"""A file that is not whole and has not grown for so long will not: reading it will say why."""
_RESCAN_S: Final = 60.0
"""Between looks at everything, for what the system may have forgotten to say."""
_ASK_S: Final = 2.0
"""Between questions which folders there are."""
_POLL_MS: Final = 800
_BATCH: Final = 100

_log = logging.getLogger(__name__)

Add = Callable[[Sequence[FoundFile], int], int]


class Watcher:
    """A thread that hands in what is in some folders, and each new file once it is whole.

    Args:
        folders: Gives the folders; asked again and again, for the game may make them later.
        hashes: Remembers contents.
        add: Called with files and a priority; gives how many of them are new.
        rescan_s: Between looks at everything.
    """

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]],
        hashes: Hashes,
        add: Add,
        rescan_s: float = _RESCAN_S,
    ) -> None:
        self._folders = folders
        self._hashes = hashes
        self._add = add
        self._rescan_s = rescan_s
        self._handed: dict[Path, Stamp] = {}
        self._unfinished: dict[Path, tuple[Stamp, float]] = {}
        self._stopped = Event()
        self._scanned = Event()
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    @property
    def folders(self) -> tuple[Path, ...]:
        """What is watched now."""
        return tuple(self._folders())

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends."""
        self._stopped.set()
        self._thread.join()

    def wait_until_scanned(self, timeout_s: float) -> bool:
        """Waits until all that was there at the start has been handed in."""
        return self._scanned.wait(timeout_s)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._round()
            except OSError as error:  # a folder went away, a disk was pulled out
                _log.warning("watching will go on in a moment: %s", error)
                self._stopped.wait(1.0)
            except Exception:
                _log.exception("watching will go on in a moment")
                self._stopped.wait(5.0)

    def _round(self) -> None:
        """Watches the folders there are, until it is time to look at everything again.

        The system's reports are asked for first: what is written while the folder is being read
        is then either found or reported.
        """
        folders = self.folders
        deadline = time.monotonic() + self._rescan_s
        ask = time.monotonic() + _ASK_S
        if not folders:
            self._scanned.set()
            self._stopped.wait(min(self._rescan_s, _ASK_S))
            return
        first = True
        for changes in watch(
            *folders,
            watch_filter=_is_replay,
            debounce=100,
            step=50,
            stop_event=self._stopped,
            rust_timeout=int(LOOK_S * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=True if any(map(needs_polling, folders)) else None,
            poll_delay_ms=_POLL_MS,
            ignore_permission_denied=True,
        ):
            if first:
                self._scan(folders)
                first = False
            self._look(Path(name) for _, name in changes)
            if time.monotonic() > deadline:
                return
            if time.monotonic() > ask:
                ask += _ASK_S
                if self.folders != folders:
                    return

    def _scan(self, folders: Iterable[Path]) -> None:
        """Hands in all there is, the latest first."""
        found = {path: stamp for path in _replays(folders) if (stamp := stamp_of(path))}
        latest = sorted(found, key=lambda path: -found[path].modified_ns)
        for start in range(0, len(latest), _BATCH):
            if self._stopped.is_set():
                return
            batch = latest[start : start + _BATCH]
            whole = [p for p in batch if self._handed.get(p) != found[p] and self._may_go(p)]
            self._hand_in(whole, SOON if self._scanned.is_set() else BACKLOG)
        self._scanned.set()

    def _look(self, changed: Iterable[Path]) -> None:
        """Hands in what has become whole."""
        paths = dict.fromkeys((*changed, *self._unfinished))
        whole = [path for path in paths if self._is_new(path) and self._may_go(path)]
        self._hand_in(whole, SOON)

    def _is_new(self, path: Path) -> bool:
        stamp = stamp_of(path)
        if stamp is None:
            self._unfinished.pop(path, None)
        return stamp is not None and self._handed.get(path) != stamp

    def _may_go(self, path: Path) -> bool:
        """Whether a file is whole, or will not become so."""
        stamp = stamp_of(path)
        if stamp is None:
            return False
        if is_whole(path):
            self._unfinished.pop(path, None)
            return True
        now = time.monotonic()
        before, since = self._unfinished.get(path, (stamp, now))
        if before == stamp and now - since > _SETTLED_S:
            del self._unfinished[path]
            return True
        self._unfinished[path] = (stamp, since if before == stamp else now)
        return False

    def _hand_in(self, paths: Sequence[Path], priority: int) -> None:
        files = []
        for path in paths:
            if (stamp := stamp_of(path)) is None:
                continue
            try:
                files.append(FoundFile(path, self._hashes.of(path, stamp)))
            except OSError as error:  # held by the game: it is looked at again
                _log.info("%s cannot be read yet: %s", path, error)
                self._unfinished[path] = (stamp, time.monotonic())
                continue
            self._handed[path] = stamp
        if files:
            self._add(files, priority)


def _replays(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.suffix.lower() == SUFFIX)


def _is_replay(change: Change, name: str) -> bool:
    return change is not Change.deleted and name.lower().endswith(SUFFIX)
