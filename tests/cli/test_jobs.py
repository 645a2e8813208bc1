import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rockettrainer.cli._jobs import app
from rockettrainer.jobs import Job, JobError, SqlQueue, State
from rockettrainer.storage import open_store


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqlQueue]:
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path))
    store = open_store()
    yield SqlQueue(store.engine)
    store.close()


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == status, result.output
    return result.output


def dead(queue: SqlQueue, key: str) -> Job:
    queue.enqueue("import", key, {}, priority=-1)
    lease = queue.claim("w", 10)
    assert lease is not None
    return queue.fail(lease, JobError("truncated", "the file ends early", "Copy it."), retry=False)


def test_listed_with_what_went_wrong(queue: SqlQueue) -> None:
    queue.enqueue("import", "f" * 64, {})
    dead(queue, "broken")
    shown = " ".join(run("list").split())
    for words in ("truncated:", "1 ready", "1 dead", "jobs retry --dead", "fff…"):
        assert words in shown
    assert "fff…" not in run("list", "--state", "dead")
    assert "broken" not in run("list", "--kind", "other")


def test_listed_for_programs(queue: SqlQueue) -> None:
    assert run("list", "--format", "json") == ""
    for key in ("a", "b"):
        queue.enqueue("import", key, {"n": 1})
    rows = [json.loads(line) for line in run("list", "--format", "json").splitlines()]
    assert [(row["key"], row["state"], row["args"]) for row in rows] == [
        ("b", "ready", {"n": 1}),
        ("a", "ready", {"n": 1}),
    ]
    assert len(run("list", "--format", "json", "--limit", "1").splitlines()) == 1


def test_retried_by_number_or_all_that_are_dead(queue: SqlQueue) -> None:
    jobs = [dead(queue, str(n)) for n in range(120)]
    assert run("retry", str(jobs[0].id)) == f"{jobs[0].id} import ready\n"
    assert len(run("retry", "--dead").splitlines()) == 119
    assert queue.counts()[State.READY] == 120


def test_cancelled_by_number_or_all(queue: SqlQueue) -> None:
    jobs = [queue.enqueue("import", str(n), {}) for n in range(3)]
    queue.claim("w", 10)
    run("cancel", str(jobs[1].id))
    assert queue.job(jobs[1].id).state is State.CANCELLED
    run("cancel", "--all")
    assert queue.counts()[State.CANCELLED] == 3


def test_what_cannot_be_done_is_said_and_the_rest_done(queue: SqlQueue) -> None:
    job, waiting = dead(queue, "a"), queue.enqueue("import", "b", {})
    output = run("cancel", str(job.id), "99", str(waiting.id), status=2)
    assert f"error: job {job.id} is dead" in output
    assert "error: there is no job 99" in output
    assert queue.job(waiting.id).state is State.CANCELLED
    assert "numbers" in run("retry", status=2)


def test_a_store_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ROCKETTRAINER_HOME", str(tmp_path / "file"))
    assert "error: " in run("list", status=2)
