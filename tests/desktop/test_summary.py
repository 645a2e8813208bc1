from collections.abc import Callable
from typing import Any

import pytest

from rockettrainer.desktop._feed import Now
from rockettrainer.desktop._monitor import Monitor
from rockettrainer.desktop._program import summary_address
from rockettrainer.desktop._server import NoServer
from rockettrainer.desktop._summary import Summary, WebSummaryWindow
from tests.desktop.fakes import ULTRA_HD, Window

PLAYING, OVER, GONE = Now(True, "active"), Now(True, "ended"), Now(True, "none")  # noqa: FBT003


class Shown:
    """Notes what is opened."""

    def __init__(self) -> None:
        self.loaded: list[tuple[str, Monitor | None, bool]] = []
        self.allowed = 0

    @property
    def open(self) -> bool:
        return bool(self.loaded)

    def load(self, address: str, monitor: Monitor | None, *, focus: bool) -> None:
        self.loaded.append((address, monitor, focus))

    def allow_focus(self) -> None:
        self.allowed += 1


class Evening:
    """A player's matches."""

    def __init__(self, second: Monitor | None = None) -> None:
        self.window = Shown()
        self.wanted = True
        self.address: Callable[[], str] = lambda: "link"
        self.summary = Summary(self.window, lambda: second, self._address, lambda: self.wanted)

    def _address(self) -> str:
        return self.address()

    def goes(self, *happened: Now | str) -> None:
        for what in happened:
            if isinstance(what, Now):
                self.summary.changed(what)
            else:
                self.summary.ended()


def test_on_a_second_monitor_it_opens_at_once_without_the_keyboard() -> None:
    evening = Evening(ULTRA_HD)
    evening.goes(PLAYING, OVER, "ended")
    assert evening.window.loaded == [("link", ULTRA_HD, False)]
    assert evening.window.allowed == 0
    evening.goes(GONE)
    assert evening.window.allowed == 1


def test_on_the_only_monitor_it_waits_until_the_player_has_left() -> None:
    evening = Evening()
    evening.goes(PLAYING, "ended", OVER)
    assert evening.window.loaded == []
    evening.goes(GONE)
    assert evening.window.loaded == [("link", None, True)]
    evening.goes(PLAYING, GONE)
    assert len(evening.window.loaded) == 1


def test_it_never_comes_while_the_next_match_is_played() -> None:
    evening = Evening(ULTRA_HD)
    evening.goes(PLAYING, "ended")
    assert evening.window.loaded == []
    evening.goes(Now(True, "paused"), Now(True, "countdown"))  # noqa: FBT003
    assert evening.window.loaded == []


def test_a_source_that_is_gone_is_a_match_that_is_gone() -> None:
    evening = Evening()
    evening.goes(PLAYING, "ended", Now())
    assert len(evening.window.loaded) == 1


def test_who_does_not_want_it_has_none() -> None:
    evening = Evening(ULTRA_HD)
    evening.wanted = False
    evening.goes("ended", GONE)
    assert evening.window.loaded == []


def test_it_waits_for_a_server_that_is_away() -> None:
    evening = Evening()

    def away() -> str:
        raise NoServer

    evening.address = away
    evening.goes(PLAYING, "ended", GONE)
    assert evening.window.loaded == []
    evening.address = lambda: "link"
    evening.goes(Now())
    assert evening.window.loaded == [("link", None, True)]


def test_the_link_leads_to_the_summary() -> None:
    link = "http://127.0.0.1:8787/#/start?code=abc"
    assert summary_address(link) == "http://127.0.0.1:8787/#/summary?code=abc"


class Web:
    """pywebview."""

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []
        self.window = Window()

    def create_window(self, title: str, address: str, **options: Any) -> Window:  # noqa: ANN401
        self.made.append({"title": title, "address": address, **options})
        self.window = Window()
        self.window.focus = options["focus"]
        return self.window


@pytest.fixture
def web() -> Web:
    return Web()


def test_the_window_lies_in_the_middle_of_its_monitor_in_css_pixels(web: Web) -> None:
    dense = Monitor("dense", ULTRA_HD.box, density=2)
    WebSummaryWindow(web, lambda _: None).load("a", dense, focus=False)
    (made,) = web.made
    assert (made["x"], made["y"]) == (960 + (1920 - 1040) // 2, (1080 - 760) // 2)
    assert made["focus"] is False


def test_the_next_summary_comes_in_the_same_window_while_it_is_open(web: Web) -> None:
    allowed: list[object] = []
    window = WebSummaryWindow(web, allowed.append)
    window.load("first", None, focus=False)
    window.load("second", None, focus=False)
    assert web.window.addresses == ["second"]
    window.allow_focus()
    window.allow_focus()
    assert allowed == [web.window]
    web.window.events.closed.set()
    assert not window.open
    window.load("third", None, focus=True)
    assert [made["address"] for made in web.made] == ["first", "third"]
