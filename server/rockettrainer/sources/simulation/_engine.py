"""The simulator itself, loaded when it is first needed."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from rockettrainer.sources.simulation._arena import write_arena


class SimulatorMissing(Exception):  # noqa: N818 (it says what is so, as FileNotFound does)
    """RocketSim is not installed; says how to install it."""

    def __init__(self) -> None:
        super().__init__(
            "simulated matches need RocketSim, which is not installed. Install it with "
            "`uv sync --extra demo` (or `pip install rockettrainer[demo]`) and try again"
        )


@cache
def engine() -> Any:  # noqa: ANN401 (RocketSim has no types)
    """RocketSim with an arena to play in.

    Raises:
        SimulatorMissing: It is not installed.
    """
    try:
        import RocketSim  # noqa: PLC0415 (an extra, and not for every command)
    except ImportError as error:
        raise SimulatorMissing from error
    with tempfile.TemporaryDirectory() as folder:
        write_arena(Path(folder))
        RocketSim.init(folder)  # keeps what it reads
    return RocketSim
