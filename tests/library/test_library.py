from dataclasses import replace
from pathlib import Path

import pytest

from rockettrainer.features import analyse
from rockettrainer.jobs import JobFailure, State
from rockettrainer.library import (
    FoundFile,
    ImportProgress,
    JobNews,
    Library,
    MatchAdded,
    MatchChanged,
    MatchDeleted,
)
from rockettrainer.library._kinds import IMPORT, handlers
from rockettrainer.library._records import record_of, record_text
from rockettrainer.sources import read_replay
from rockettrainer.storage import MatchRecord
from tests.support.matches import record
from tests.support.replays import replay
from tests.support.waiting import Heard, until


def test_an_upload_becomes_a_match_with_all_that_was_measured(library: Library) -> None:
    heard, content = Heard(library), replay(1)
    submitted = library.upload(content)
    assert submitted.match_id is None
    added = until(lambda: heard.of(MatchAdded))
    stored = library.store.match(added[0].match_id)
    assert stored is not None
    match = read_replay(content)
    analysis = analyse(match)
    assert tuple(seat.measured for seat in stored.players) == analysis.players
    assert stored.teams == analysis.teams
    assert stored.info == match.info
    assert stored.frames is not None
    frames, _ = library.store.files.read_frames(stored.frames.sha256)
    assert [column.tobytes() for column in frames] == [c.tobytes() for c in match.frames]
    assert library.store.files.read_replay(submitted.sha256) == content
    until(lambda: heard.of(ImportProgress))
    assert heard.of(ImportProgress)[-1] == ImportProgress(1, 1, 0)
    assert not list((library.home / "spool").iterdir())


def test_a_known_file_is_not_read_again(library: Library) -> None:
    heard = Heard(library)
    library.upload(replay(1))
    added = until(lambda: heard.of(MatchAdded))
    again = library.upload(replay(1))
    assert (again.match_id, again.job) == (added[0].match_id, None)


def test_the_same_match_in_another_file_is_one_match(library: Library) -> None:
    heard = Heard(library)
    library.upload(replay(1))
    library.upload(replay(1, name="renamed"))
    until(lambda: len(heard.of(MatchAdded)) == 2)
    assert library.store.count() == 1


def test_a_damaged_file_says_what_is_wrong_and_can_be_tried_again(library: Library) -> None:
    heard = Heard(library)
    job = library.upload(replay(1)[:400]).job
    assert job is not None
    dead = until(lambda: [n.job for n in heard.of(JobNews) if n.job.state is State.DEAD])[0]
    assert dead.error is not None
    assert dead.error.kind == "truncated"
    assert dead.error.hint
    assert dead.attempts == 1
    assert until(lambda: heard.of(ImportProgress))[-1].failed == 1
    assert library.upload(replay(1)[:400]).job is not None
    until(lambda: len([n for n in heard.of(JobNews) if n.job.state is State.DEAD]) == 2)


def test_a_deleted_match_returns_when_it_is_uploaded_and_not_from_the_folder(
    library: Library, tmp_path: Path
) -> None:
    heard, content = Heard(library), replay(1)
    sha256 = library.upload(content).sha256
    match_id = until(lambda: heard.of(MatchAdded))[0].match_id
    assert library.delete_match(match_id)
    assert not library.delete_match(match_id)
    assert heard.of(MatchDeleted) == [MatchDeleted(match_id)]
    path = tmp_path / "a.replay"
    path.write_bytes(content)
    assert library.add_files([FoundFile(path, sha256)]) == 0
    assert library.upload(content).job is not None
    until(lambda: len(heard.of(MatchAdded)) == 2)


def test_a_file_that_changed_or_went_away_is_no_match(library: Library, tmp_path: Path) -> None:
    heard, path = Heard(library), tmp_path / "a.replay"
    path.write_bytes(replay(1))
    library.add_files([FoundFile(path, "0" * 64), FoundFile(tmp_path / "gone.replay", "1" * 64)])
    until(lambda: len([n for n in heard.of(JobNews) if n.job.state is State.DEAD]) == 2)
    kinds = {n.job.error.kind for n in heard.of(JobNews) if n.job.error is not None}
    assert kinds == {"changed", "not_found"}


def test_a_match_is_measured_anew(library: Library) -> None:
    heard = Heard(library)
    library.upload(replay(1))
    match_id = until(lambda: heard.of(MatchAdded))[0].match_id
    for _ in range(2):
        heard.clear()
        assert library.reanalyse(match_id) is not None
        until(lambda: heard.of(MatchChanged))
    assert library.reanalyse(match_id + 1) is None
    assert library.store.count() == 1


def test_what_was_not_done_is_done_at_the_next_start(tmp_path: Path) -> None:
    idle = Library(tmp_path)
    idle.upload(replay(1))
    idle.store.close()
    with Library(tmp_path, workers=1) as library:
        until(lambda: library.store.count() == 1)


def test_a_cancelled_import_is_done_when_it_is_wanted_again(tmp_path: Path) -> None:
    library = Library(tmp_path)
    heard, job = Heard(library), library.upload(replay(1)).job
    assert job is not None
    assert library.cancel(job.id).state is State.CANCELLED
    assert heard.of(ImportProgress) == [ImportProgress(1, 1, 0)]
    assert not list((tmp_path / "spool").iterdir())
    library.upload(replay(1))
    with library:
        until(lambda: heard.of(MatchAdded))


def test_the_user_is_who_recorded_most_until_somebody_says_so(library: Library) -> None:
    heard = Heard(library)
    library.upload(replay(1))
    until(lambda: heard.of(MatchAdded))
    assert [person.name for person in library.me.people()] == ["Ann"]
    assert library.me.is_guess
    other = next(p for p in library.store.players() if p.name == "Otto")
    library.me.choose([other.id])
    library.me.look()
    assert [person.name for person in library.me.people()] == ["Otto"]
    assert not library.me.is_guess


def test_a_record_is_the_same_after_its_way_to_the_server() -> None:
    made = record(7)
    assert record_of(record_text(made)) == made
    read = read_replay(replay(1))
    real = MatchRecord.of(read, analyse(read))
    assert record_of(record_text(real)) == real


@pytest.mark.parametrize("text", [None, 7, "", "[]", "{}", '{"info": 1}'])
def test_what_is_no_record_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="the worker gave no match"):
        record_of(text)


def test_a_worker_cannot_pass_off_another_file(library: Library) -> None:
    add = next(handler for handler in handlers(library.store) if handler.kind == IMPORT)
    job = library.queue.enqueue("idle", "a" * 64, {})
    other = replace(record(1), replay=None)
    assert add.settle is not None
    with library.store.writing() as connection, pytest.raises(JobFailure):
        add.settle(connection, job, {"record": record_text(other)})
