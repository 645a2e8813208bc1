"""How our kernels are compiled."""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from platformdirs import user_cache_path

Function = TypeVar("Function", bound=Callable[..., Any])


def _cache_folder() -> Path:
    """A folder of compiled code for just these sources.

    Numba looks only at the file of the outermost kernel when it decides whether compiled code is
    stale, so a change in a callee would go unseen; a folder named after all sources sees it. It is
    also writable where the package itself is not.
    """
    digest = blake2b(digest_size=8)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return user_cache_path("rockettrainer") / "kernels" / digest.hexdigest()


CACHE_FOLDER = _cache_folder()
"""Where the compiled kernels of just these sources lie, once they have run."""

numba.config.CACHE_DIR = str(CACHE_FOLDER)  # type: ignore[attr-defined]


def kernel(function: Function) -> Function:
    """Compiles a function: cached on disk, without the interpreter's lock, IEEE division."""
    return cast("Function", numba.njit(cache=True, nogil=True, error_model="numpy")(function))
