"""Our figures beside those of others, on games that both have measured.

The truth is ballchasing.com's answer for the same replay. Beside ours stands what the
subtr-actor library gives, where it is installed.
"""

from scripts.oracles._compare import FieldError, compare, compare_by_game
from scripts.oracles._deviation import Deviation
from scripts.oracles._games import FOLDER, Game, games
from scripts.oracles._subtr import INSTALLED
from scripts.oracles._tolerances import Limit, Tolerance, tolerance_of

__all__ = [
    "FOLDER",
    "INSTALLED",
    "Deviation",
    "FieldError",
    "Game",
    "Limit",
    "Tolerance",
    "compare",
    "compare_by_game",
    "games",
    "tolerance_of",
]
