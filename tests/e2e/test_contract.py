"""The page is written against the API that there is."""

import json
import re
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import fields

from rockettrainer.api import describe
from rockettrainer.live._show import Number, PanelMetric, State

PAGE = Path(__file__).parents[2] / "overlay_ui"
DESCRIPTION = PAGE / "openapi.json"
MESSAGES = PAGE / "src/live/messages.ts"


def test_the_pages_description_of_the_api_is_the_servers() -> None:
    """Write it anew with `npm run describe && npm run generate` in overlay_ui."""
    assert json.loads(DESCRIPTION.read_text("utf-8")) == json.loads(json.dumps(describe()))


@pytest.mark.parametrize(
    ("name", "shape"),
    [("LiveState", State), ("LiveNumber", Number), ("PanelMetric", PanelMetric)],
)
def test_the_live_messages_have_the_fields_that_the_page_knows(
    name: str, shape: type[Struct]
) -> None:
    """OpenAPI does not describe what goes through a WebSocket; the page has it in messages.ts."""
    body = re.search(rf"interface {name} {{(.*?)\n}}", MESSAGES.read_text("utf-8"), re.DOTALL)
    assert body is not None
    known = re.findall(r"^  readonly (\w+):", body[1], re.MULTILINE)
    assert known == [field.name for field in fields(shape)]
