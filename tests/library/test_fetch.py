"""Replays from ballchasing.com on their way into the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rockettrainer.integrations.ballchasing import BallchasingError, Collected, Fault, Progress
from rockettrainer.jobs import JobFailure
from rockettrainer.library import Library, _fetch
from rockettrainer.library._fetch import fetch_replays
from rockettrainer.library._kinds import fetch_handler
from rockettrainer.library._spool import Spool
from tests.support.replays import replay


class Quiet:
    job_id, key, attempt = 1, "group:x", 1

    def progress(self, fraction: float, message: str = "") -> None:
        assert 0 <= fraction <= 1
        assert message


def collecting(monkeypatch: pytest.MonkeyPatch, count: int, error: Fault | None) -> None:
    """Has the service give so many replays and then fail."""

    def collect(
        _client: object, _wanted: object, progress: Progress, **_: object
    ) -> Iterator[Collected]:
        for number in range(count):
            progress(number, count, "downloading")
            yield Collected(f"{number}", replay(number))
        if error:
            raise BallchasingError(error, "enough")

    monkeypatch.setattr(_fetch, "collect", collect)
    monkeypatch.setattr(_fetch, "load_token", lambda: "a-token-that-is-long-enough")


def test_what_was_downloaded_is_queued_with_the_jobs_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collecting(monkeypatch, 3, Fault.RATE_LIMITED)
    result = fetch_replays({"home": str(tmp_path), "what": "group", "value": "x"}, Quiet())
    assert (len(result["files"]), result["lost"]) == (3, 1)
    assert all(Spool(tmp_path).path(sha256).is_file() for sha256 in result["files"])
    library = Library(tmp_path)
    handler = fetch_handler(tmp_path, library.queue)
    assert handler.settle is not None
    with library.queue.transaction() as connection:
        job = library.queue.enqueue("ballchasing", "group:x", {}, connection=connection)
        told = result | {"files": [*result["files"], "../evil", 7]}
        assert handler.settle(connection, job, told) == {"files": 3, "lost": 1}
    assert library.queue.waiting({"import"}) == 3
    library.store.close()


@pytest.mark.parametrize(("fault", "again"), [(Fault.UNAVAILABLE, True), (Fault.NOT_FOUND, False)])
def test_nothing_at_all_is_a_failure_that_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, again: bool
) -> None:
    collecting(monkeypatch, 0, fault)
    with pytest.raises(JobFailure) as failed:
        fetch_replays({"home": str(tmp_path), "what": "group", "value": "x"}, Quiet())
    assert (failed.value.error.kind, failed.value.retry) == (fault, again)
