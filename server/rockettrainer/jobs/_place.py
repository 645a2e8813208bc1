"""Who holds a lease, so that others on this machine can see whether it still lives."""

import os
import platform
import sys
import uuid
from contextlib import suppress
from functools import cache
from pathlib import Path

import psutil

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_PROCESSES = Path("/proc/self/ns/pid")
"""Containers on one machine have their own each, and the same process ids in them."""


def worker_name(part: str = "0") -> str:
    """A name that says where the worker lives: machine, process and part of the process."""
    return f"{_place()}/{os.getpid()}/{part}"


def is_gone(worker: str) -> bool:
    """Whether a worker certainly lives no more; False for workers of other machines."""
    place, _, rest = worker.partition("/")
    pid = rest.partition("/")[0]
    return place == _place() and pid.isdecimal() and not _lives(int(pid))


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
    except psutil.Error:
        return True


@cache
def _place() -> str:
    """The same for processes that see each other, and only for them."""
    if sys.platform == "linux":
        with suppress(OSError):
            boot = _BOOT.read_text(encoding="ascii").strip()
            return f"{boot}-{_PROCESSES.stat().st_ino}"
    return f"{platform.node().replace('/', '_')}-{uuid.getnode():x}"
