"""``python -m scripts.oracles``: prints the comparison; exit status 1 if a field fails."""

import argparse
import sys

from scripts.oracles._compare import compare_by_game
from scripts.oracles._games import FOLDER, games
from scripts.oracles._report import print_markdown, print_table
from scripts.oracles._subtr import INSTALLED

_ABSENT = "subtr-actor is not installed: only our figures follow (uv sync --group oracles)."


def main() -> int:
    """Compares and prints."""
    parser = argparse.ArgumentParser(prog="python -m scripts.oracles", description=__doc__)
    parser.add_argument("--game", action="store_true", help="a table for each game as well")
    parser.add_argument("--markdown", action="store_true", help="print for a page")
    options = parser.parse_args()
    if not games():
        sys.stderr.write(f"no games in {FOLDER}: set ROCKETTRAINER_REPLAYS to a folder beside it\n")
        return 2
    if not INSTALLED:
        sys.stderr.write(f"{_ABSENT}\n")
    tables = compare_by_game()
    for title, errors in tables if options.game else tables[-1:]:
        (print_markdown if options.markdown else print_table)(title, errors)
    return 0 if all(error.passes for error in tables[-1][1]) else 1


if __name__ == "__main__":
    sys.exit(main())
