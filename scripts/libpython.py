"""Exits 0 if the running interpreter has a library to link to, as the crate's own tests must."""

import sys
import sysconfig
from pathlib import Path


def has_library() -> bool:
    """Whether the linker would find `libpythonX.Y` (headers are not needed)."""
    name = f"python{sysconfig.get_config_var('LDVERSION')}"
    folder = Path(sysconfig.get_config_var("LIBDIR") or "")
    return any((folder / f"lib{name}{ending}").exists() for ending in (".so", ".dylib", ".a"))


if __name__ == "__main__":
    sys.exit(not has_library())
