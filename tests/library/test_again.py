"""Jobs that are wanted once more."""

from pathlib import Path

import pytest

from rockettrainer.jobs import Job, NotAllowed, SqlQueue, State
from rockettrainer.library._again import once_more
from rockettrainer.storage import open_store


@pytest.fixture(name="queue")
def _queue(tmp_path: Path) -> SqlQueue:
    return SqlQueue(open_store(tmp_path).engine)


def test_one_that_ended_is_made_ready_and_one_that_waits_stays(queue: SqlQueue) -> None:
    job = queue.enqueue("import", "key", {})
    assert once_more(queue, job) == job
    ended = queue.cancel(job.id)
    assert once_more(queue, ended).state is State.READY


def test_somebody_who_was_quicker_is_in_nobodys_way(
    queue: SqlQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = queue.cancel(queue.enqueue("import", "key", {}).id)
    retry = queue.retry

    def slow(job_id: int) -> Job:
        retry(job_id)
        return retry(job_id)

    monkeypatch.setattr(queue, "retry", slow)
    with pytest.raises(NotAllowed):
        queue.retry(ended.id)
    queue.cancel(ended.id)
    assert once_more(queue, ended).state is State.READY
