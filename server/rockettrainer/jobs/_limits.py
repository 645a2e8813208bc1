"""How a worker process binds itself."""

import ctypes
import os
import signal
import sys
from typing import Final

import psutil

_PR_SET_PDEATHSIG: Final = 1
_NICE: Final = 10


def submit(parent: int) -> None:
    """Ends with the parent, gives way to the game, and leaves Ctrl-C to the parent.

    Args:
        parent: Process id.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it ended before the line above took effect
            os._exit(1)
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICE)
        _no_core_dumps()


def limit_memory(size_bytes: int) -> None:
    """Lets allocations fail that would take this process beyond a size, where the system can.

    What is reserved but not used, as compilers and thread stacks do much, is not counted.

    Args:
        size_bytes: Of memory in use.
    """
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 (Windows has none)

        memory = psutil.Process().memory_info()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = max(memory.vms - memory.rss, 0) + size_bytes
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def lift_memory_limit() -> None:
    """Undoes `limit_memory`."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 (Windows has none)

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _no_core_dumps() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
