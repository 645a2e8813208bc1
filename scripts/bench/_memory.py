"""Peak memory, measured in a process of its own.

Run as a program, this module is that process: it prints its peak in MB after the imports of a
candidate and after one call.
"""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from scripts.bench._candidates import Candidate, load

_ROOT = Path(__file__).parents[2]


class Peak(NamedTuple):
    """Greatest resident memory of a process, MB."""

    imports_mb: float
    """After the imports alone."""
    total_mb: float


def peak(candidate: Candidate, path: Path) -> Peak:
    """Measures a candidate on a replay."""
    command = [sys.executable, "-m", __name__, candidate.name, str(path.resolve())]
    result = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    imports, total = result.stdout.split()
    return Peak(float(imports), float(total))


def _peak_mb() -> float:
    """The system's own record of the peak.

    Where there is one it is the process status: a resource usage's peak would count what the
    process had inherited from the one that started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
        return int(kilobytes) / 1024
    import resource  # noqa: PLC0415 (not on every system)

    bytes_or_kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return bytes_or_kilobytes / (1024**2 if sys.platform == "darwin" else 1024)


def _main() -> None:
    name, path = sys.argv[1:]
    call = load(Candidate[name])
    imports = _peak_mb()
    call(path)
    print(imports, _peak_mb())


if __name__ == "__main__":
    _main()
