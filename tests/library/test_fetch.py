"""Replays from ballchasing.com on their way into the library, and out of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rockettrainer.integrations.ballchasing import (
    BallchasingError,
    Collected,
    Fault,
    Progress,
    Uploaded,
    Visibility,
)
from rockettrainer.integrations.ballchasing._answers import Listed
from rockettrainer.jobs import JobFailure, Json
from rockettrainer.library import Library, _fetch, _send
from rockettrainer.library._downloads import Downloads
from rockettrainer.library._fetch import fetch_replays
from rockettrainer.library._send import send_replay
from rockettrainer.library._spool import Spool
from rockettrainer.storage import Files
from tests.support.matches import record
from tests.support.replays import replay
from tests.support.waiting import until

GROUP: Json = {"what": "group", "value": "x"}
ALONE: Json = {"what": "replay", "value": f"{0:08x}-0000-4000-8000-{0:012x}"}


class Quiet:
    job_id, key, attempt = 1, "group:x", 1

    def progress(self, fraction: float, message: str = "") -> None:
        assert 0 <= fraction <= 1
        assert message


class Service:
    """Gives so many replays, each once it is wanted, and then fails if told to."""

    def __init__(self, count: int, error: Fault | None = None) -> None:
        self.count, self.error = count, error
        self.given = list[int]()

    def collect(
        self,
        _client: object,
        _wanted: object,
        progress: Progress,
        *,
        has: Callable[[Listed], bool],
        **_: object,
    ) -> Iterator[Collected]:
        for number in range(self.count):
            progress(number, self.count, "downloading")
            if has(Listed(id=f"{number:08x}-0000-4000-8000-{number:012x}")):
                continue
            self.given.append(number)
            yield Collected(f"{number:08x}-0000-4000-8000-{number:012x}", replay(number))
        if self.error:
            raise BallchasingError(self.error, "enough")

    def upload(self, content: bytes, visibility: Visibility) -> Uploaded:
        assert content == replay(1)
        assert visibility is Visibility.PRIVATE
        if self.error:
            raise BallchasingError(self.error, "no")
        return Uploaded("abc", duplicate=False)

    def __enter__(self) -> "Service":
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Service]:
    def _offer(count: int, error: Fault | None = None) -> Service:
        service = Service(count, error)
        monkeypatch.setattr(_fetch, "collect", service.collect)
        monkeypatch.setattr(_send, "Client", lambda _token: service)
        for module in (_fetch, _send):
            monkeypatch.setattr(module, "load_token", lambda: "a-token-that-is-long-enough")
        return service

    return _offer


def test_a_download_that_breaks_off_goes_on_where_it_was(
    tmp_path: Path, offer: Callable[..., Service]
) -> None:
    args = GROUP | {"home": str(tmp_path)}
    offer(2, Fault.UNAVAILABLE)
    with pytest.raises(JobFailure) as failed:
        fetch_replays(args, Quiet())
    assert failed.value.retry
    service = offer(3)
    assert fetch_replays(args, Quiet()) == {"files": 1, "lost": 0}
    assert service.given == [2]
    assert fetch_replays(ALONE | {"home": str(tmp_path)}, Quiet())["files"] == 3


def test_what_was_downloaded_is_read_whatever_became_of_the_download(
    tmp_path: Path, offer: Callable[..., Service]
) -> None:
    offer(3, Fault.NOT_FOUND)
    with pytest.raises(JobFailure):
        fetch_replays(GROUP | {"home": str(tmp_path)}, Quiet())
    Downloads(tmp_path).add("one-that-is-read-already", "0" * 64)
    library = Library(tmp_path)
    library._imports.downloaded()
    jobs = library.queue.jobs()
    assert {job.key for job in jobs} == set(Spool(tmp_path).names())
    assert {job.args["name"] for job in jobs} == {
        f"{number:08x}-0000-4000-8000-{number:012x}.replay" for number in range(3)
    }
    library.store.close()


def test_a_deleted_match_comes_back_when_it_is_downloaded_again(
    tmp_path: Path, offer: Callable[..., Service]
) -> None:
    offer(1)
    args = ALONE | {"home": str(tmp_path)}
    with Library(tmp_path, workers=1) as library:
        for match_id in (1, 2):
            fetch_replays(args, Quiet())
            library._imports.downloaded()
            library._pool.wake()
            until(lambda number=match_id: library.store.match(number))  # type: ignore[misc]
            assert library.delete_match(match_id)


def test_a_torn_note_loses_only_itself(tmp_path: Path) -> None:
    downloads = Downloads(tmp_path)
    assert downloads.all() == {}
    downloads.add("a", "1")
    with (tmp_path / "ballchasing.jsonl").open("a") as file:
        file.write('\n["b", "')
    downloads.add("c", "3")
    assert downloads.all() == {"a": "1", "c": "3"}


@pytest.mark.parametrize(("fault", "again"), [(Fault.UNAVAILABLE, True), (Fault.NOT_FOUND, False)])
def test_a_refusal_says_why(
    tmp_path: Path, offer: Callable[..., Service], fault: Fault, again: bool
) -> None:
    offer(0, fault)
    content = Files(tmp_path).write_replay(replay(1))
    sent: Json = {"home": str(tmp_path), "sha256": content.sha256, "visibility": "private"}
    for act, args in ((fetch_replays, GROUP | {"home": str(tmp_path)}), (send_replay, sent)):
        with pytest.raises(JobFailure) as failed:
            act(args, Quiet())
        assert (failed.value.error.kind, failed.value.retry) == (fault, again)


def test_an_original_is_uploaded_for_its_owner_alone(
    tmp_path: Path, offer: Callable[..., Service]
) -> None:
    offer(0)
    files = Files(tmp_path)
    sha256 = files.write_replay(replay(1)).sha256
    args: Json = {"home": str(tmp_path), "sha256": sha256, "visibility": "private"}
    link = "https://ballchasing.com/replay/abc"
    assert send_replay(args, Quiet()) == {"link": link, "duplicate": False}
    files.replays.remove(sha256)
    with pytest.raises(JobFailure, match="no such file"):
        send_replay(args, Quiet())


def test_who_may_see_an_upload_is_never_that_of_another_try(tmp_path: Path) -> None:
    library = Library(tmp_path)
    kept = library.store.files.write_replay(replay(1))
    library.store.add_match(replace(record(1), replay=kept))
    first, second = library.send(1, Visibility.PUBLIC), library.send(1)
    assert first is not None
    assert second is not None
    assert [first.key, second.key] == [f"{kept.sha256}:public", f"{kept.sha256}:private"]
    assert second.args["visibility"] == "private"
    assert library.send(99) is None
    library.store.close()
