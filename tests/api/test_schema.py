"""The description of the API, and thousands of requests made up from it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rockettrainer.api import describe
from tests.api.conftest import filled
from tests.support.server import running

SECONDS = os.environ.get("ROCKETTRAINER_FUZZ_S", "15")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "ignored_auth",
    "use_after_free",
)
"""Not whether valid requests succeed: a cursor or a number may be well formed and lead nowhere."""


def operations() -> list[tuple[str, dict[str, Any]]]:
    paths: dict[str, dict[str, Any]] = describe()["paths"]
    return [(f"{m} {path}", row) for path, rows in paths.items() for m, row in rows.items()]


@pytest.mark.parametrize(("name", "described"), operations())
def test_every_route_says_what_it_gives_and_how_it_fails(
    name: str, described: dict[str, Any]
) -> None:
    assert described["summary"]
    assert described.get("description"), name
    for status, answer in described["responses"].items():
        if status == "204":
            continue
        (kind,) = answer["content"]
        schema = answer["content"][kind]["schema"]
        if int(status) >= 400:
            assert kind == "application/problem+json"
            assert schema == {"$ref": "#/components/schemas/Problem"}
        else:
            assert schema
    assert {"400", "401", "403", "413", "422", "429", "503"} <= described["responses"].keys()


def test_examples_are_there_for_errors_and_matches() -> None:
    schemas = describe()["components"]["schemas"]
    assert schemas["Problem"]["examples"][0]["status"] == 404
    assert "HTTPValidationError" not in str(describe())


def test_no_request_that_can_be_made_up_breaks_it(tmp_path: Path) -> None:
    library = filled(tmp_path)
    with running(library) as live:
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run"),
            f"{live.url}/api/v1/openapi.json",
            *("--header", f"Authorization: Bearer {live.token}"),
            *("--checks", ",".join(CHECKS), "--max-time", SECONDS, "--rate-limit", "90/s"),
            *("--suppress-health-check", "all", "--warnings", "off", "--no-color"),
            *("--generation-database", "none", "--continue-on-failure"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    library.store.close()
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert "Tested:" in done.stdout
