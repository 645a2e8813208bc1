"""What the server asks of the game: done, refused, cancelled."""

from typing import Any

import pytest

from tests.bindings.conftest import Play
from tests.support.plugin_server import until

CODE = "A1B2-C3D4-E5F6-0718"


def _answer(play: Play, command: dict[str, object], number: str = "1") -> dict[str, Any]:
    """Sends a command and draws frames until it is answered."""
    play.heard.command(id=number, **command)

    def answered() -> bool:
        play.game.run_timeouts(0.05)
        return number in play.heard.results

    until(answered)
    return play.heard.results[number]


def _load(code: str = CODE) -> dict[str, object]:
    return {"name": "load_training_pack", "code": code, "title": "Saves", "cancel_s": 0.5}


def test_a_toast_is_shown(play: Play) -> None:
    toast = {"name": "toast", "title": "Well", "text": "done", "seconds": 2.5}
    assert _answer(play, toast)["status"] == "done"
    assert play.game.toasts == [("Well", "done", 2.5)]
    play.game.set_cvar("rockettrainer_toasts", "0")
    assert _answer(play, toast, "2")["status"] == "refused"
    assert len(play.game.toasts) == 1


def test_a_pack_is_announced_and_then_loaded(play: Play) -> None:
    play.game.open_game("freeplay")
    assert _answer(play, _load())["status"] == "done"
    assert play.game.console == [f"load_training {CODE}"]
    assert "rockettrainer_cancel" in play.game.toasts[0].text


def test_a_pack_can_be_kept_away(play: Play) -> None:
    play.heard.command(id="1", **_load())
    play.announced()
    play.game.notify("rockettrainer_cancel")
    play.game.run_timeouts(1)
    until(lambda: play.heard.results)
    assert play.heard.results["1"]["status"] == "cancelled"
    assert play.game.console == []


def test_a_pack_that_is_announced_leaves_nothing_in_the_game(play: Play) -> None:
    play.heard.command(id="1", **_load())
    play.announced()
    assert play.game.waiting == 0  # a call that came after the plugin is gone would find no code
    play.game.unload()
    play.game.run_timeouts(1)
    assert play.game.console == []


@pytest.mark.parametrize("code", ["A1B2-C3D4-E5F6", "a1b2-c3d4-e5f6-0718", f"{CODE[:-1]};", ""])
def test_a_wrong_code_is_refused(play: Play, code: str) -> None:
    assert _answer(play, _load(code))["status"] == "refused"
    assert play.game.console == []


def test_no_pack_is_loaded_in_an_online_match_that_runs(play: Play) -> None:
    play.game.open_game("online")
    assert _answer(play, _load())["status"] == "refused"
    play.game.end_match(0)
    assert _answer(play, _load(), "2")["status"] == "done"
    assert play.game.console == [f"load_training {CODE}"]


def test_an_online_match_that_begins_meanwhile_keeps_the_pack_away(play: Play) -> None:
    play.heard.command(id="1", **_load())
    play.announced()
    play.game.open_game("online")
    play.game.run_timeouts(1)
    until(lambda: play.heard.results)
    assert play.heard.results["1"]["status"] == "refused"
    assert play.game.console == []


def test_loading_can_be_switched_off(play: Play) -> None:
    play.game.set_cvar("rockettrainer_autoload", "0")
    assert _answer(play, _load())["status"] == "refused"


def test_a_flood_of_commands_is_refused(play: Play) -> None:
    for number in range(40):
        play.heard.command(id=str(number), name="toast", title="", text="", seconds=1)

    def all_answered() -> bool:
        play.game.frame()
        return len(play.heard.results) == 40

    until(all_answered)
    statuses = [result["status"] for result in play.heard.results.values()]
    assert statuses.count("done") <= 10
    assert statuses.count("refused") >= 30


def test_an_unloaded_plugin_leaves_nothing_behind(play: Play) -> None:
    play.game.open_game("bots")
    play.heard.command(id="1", **_load())
    play.announced()
    assert len(set(play.game.hooks)) == len(play.game.hooks) > 15
    play.game.unload()
    assert play.game.hooks == []
    assert play.game.cvars == {}
    play.game.run_timeouts(1)
    play.tick()
    assert play.game.console == []
    play.game.load()
    until(lambda: play.game.status.connected)
