"""The page is written against the API that there is."""

import json
from pathlib import Path

from rockettrainer.api import describe

DESCRIPTION = Path(__file__).parents[2] / "overlay_ui" / "openapi.json"


def test_the_pages_description_of_the_api_is_the_servers() -> None:
    """Write it anew with `npm run describe && npm run generate` in overlay_ui."""
    assert json.loads(DESCRIPTION.read_text("utf-8")) == json.loads(json.dumps(describe()))
