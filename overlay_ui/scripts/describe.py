"""Writes openapi.json: what the server says of itself, for which nothing has to run."""

import json
from pathlib import Path

from rockettrainer.api import describe

DESCRIPTION = Path(__file__).parents[1] / "openapi.json"

if __name__ == "__main__":
    text = json.dumps(describe(), indent=1, sort_keys=True)
    DESCRIPTION.write_text(f"{text}\n", "utf-8")
