from functools import partial
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from typer.testing import CliRunner

from rockettrainer.cli._ballchasing import app
from rockettrainer.integrations import ballchasing
from rockettrainer.integrations.ballchasing import TOKEN_VARIABLE, Client
from tests.integrations.ballchasing_fake import (
    TOKEN,
    FakeBallchasing,
    answers,
    replay_bytes,
    replay_id,
)

PLAYER = "steam:76561190000000001"


@pytest.fixture(autouse=True)
def _connected(service: FakeBallchasing, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = partial(Client, transport=service.transport(), clock=service.clock)
    monkeypatch.setattr(ballchasing, "Client", connected)
    monkeypatch.setenv(TOKEN_VARIABLE, TOKEN)


def run(*arguments: str | Path, status: int = 0, given: str | None = None) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=given)
    assert result.exit_code == status, result.output
    assert TOKEN not in result.output
    return result.stdout, result.stderr


def test_downloads_what_is_not_there(service: FakeBallchasing, tmp_path: Path) -> None:
    ids = service.add(3, player=PLAYER)
    out = tmp_path / "new" / "replays"
    shown, _ = run("download", PLAYER, ids[0], "--out", out)
    assert shown.split() == [str(out / f"{name}.replay") for name in ids]
    assert (out / f"{ids[1]}.replay").read_bytes() == replay_bytes(2)
    assert run("download", PLAYER, "--out", out)[0] == ""
    assert len(list(out.iterdir())) == 3


def test_downloads_no_more_than_asked(service: FakeBallchasing, tmp_path: Path) -> None:
    service.add(5, player=PLAYER)
    assert len(run("download", PLAYER, "--out", tmp_path, "--limit", "2")[0].split()) == 2


def test_a_download_that_is_lost_is_told(service: FakeBallchasing, tmp_path: Path) -> None:
    ids = service.add(3, player=PLAYER)
    service.replays[ids[0]].content = b"nothing"
    shown, told = run("download", PLAYER, "--out", tmp_path, status=2)
    assert len(shown.split()) == 2
    assert f"error: {ids[0]}: ballchasing.com sent no replay file. Try again" in told


def test_a_reference_that_is_none_stops_all(service: FakeBallchasing, tmp_path: Path) -> None:
    (name,) = service.add(1)
    assert "names nothing" in run("download", name, "nobody", "--out", tmp_path, status=2)[1]
    assert service.seen == []


@pytest.mark.parametrize(
    ("options", "visibility"),
    [([], "private"), (["--unlisted"], "unlisted"), (["--public"], "public")],
)
def test_uploads_are_private_unless_told_otherwise(
    service: FakeBallchasing, tmp_path: Path, options: list[str], visibility: str
) -> None:
    path = tmp_path / "a.replay"
    path.write_bytes(replay_bytes(1))
    shown, _ = run("upload", path, *options)
    assert f"https://ballchasing.com/replay/{replay_id(1)}" in shown
    assert service.replays[replay_id(1)].visibility == visibility
    assert "was there before" in run("upload", path, *options)[0]


def test_an_upload_that_fails_does_not_stop_the_rest(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.replay", tmp_path / "b.replay"
    good.write_bytes(replay_bytes(1))
    bad.write_text("no replay")
    shown, told = run("upload", bad, tmp_path / "absent", good, status=2)
    assert shown.count("https://") == 1
    assert "this is no replay file" in told
    assert "No such file" in told
    assert run("upload", good, "--public", "--unlisted", status=2)


def test_a_service_that_refuses_is_one_line(service: FakeBallchasing, tmp_path: Path) -> None:
    path = tmp_path / "a.replay"
    path.write_bytes(replay_bytes(1))
    service.mishaps.append(answers(401))
    told = run("upload", path, path, status=2)[1]
    assert "token set" in told
    assert len(service.seen) == 1


def test_a_token_is_checked(service: FakeBallchasing) -> None:
    service.tier = "diamond"
    assert "diamond" in run("token", "check")[0]


def test_a_system_without_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE)
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())  # type: ignore[no-untyped-call]
    for command in (["token", "check"], ["token", "forget"], ["upload", __file__]):
        assert TOKEN_VARIABLE in run(*command, status=2)[1]
    assert TOKEN_VARIABLE in run("token", "set", given=f"{TOKEN}\n", status=2)[1]


def test_a_token_is_set_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(ballchasing, "save_token", kept.append)
    monkeypatch.setattr(ballchasing, "forget_token", lambda: bool(kept))
    assert run("token", "forget")[0] == "no token was saved\n"
    assert "token check" in run("token", "set", given=f"{TOKEN}\n")[0]
    assert kept == [f"{TOKEN}\n"]
    assert run("token", "forget")[0] == "forgotten\n"
