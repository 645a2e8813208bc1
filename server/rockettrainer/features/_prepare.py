"""Compiling ahead: the first use of a kernel on a machine takes a while."""

from rockettrainer.features._batch import accumulate
from rockettrainer.features._kernel import CACHE_FOLDER
from rockettrainer.match import blank_frames, no_events

_READY = CACHE_FOLDER / "ready"


def kernels_ready() -> bool:
    """Whether the kernels are compiled, so that using them is quick."""
    return _READY.exists()


def prepare() -> None:
    """Compiles the kernels and keeps them on disk."""
    accumulate(blank_frames(2, 2), no_events(), (0, 1), None)
    CACHE_FOLDER.mkdir(parents=True, exist_ok=True)
    _READY.touch()
