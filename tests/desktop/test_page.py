import json

from rockettrainer.desktop._page import Page
from tests.desktop.fakes import Window

Asked = list[tuple[float, str, list[object]]]


def opened() -> tuple[Window, Page, Asked]:
    window, asked = Window(), Asked()
    page = Page(window)
    page.listen(lambda *given: asked.append(given))
    page.tell(scale="1.000", edit=None)
    page.open("http://127.0.0.1:1/overlay.html#key=k")
    return window, page, asked


def test_the_address_carries_what_the_page_was_told() -> None:
    window, _, _ = opened()
    assert window.addresses == ["http://127.0.0.1:1/overlay.html#key=k&scale=1.000"]


def test_a_page_that_came_is_given_its_functions_and_told_all() -> None:
    window, page, _ = opened()
    page.tell(edit="1")
    assert window.scripts == []
    window.events.loaded.set()
    install, change = window.scripts
    assert all(name in install for name in ("fit", "move_by", "set_scale", "set_opacity", "done"))
    assert json.dumps({"scale": "1.000", "edit": "1"}) in change


def test_a_page_is_told_news_only() -> None:
    window, page, _ = opened()
    window.events.loaded.set()
    window.scripts.clear()
    page.knows(opacity="0.90")
    page.tell(scale="1.000", opacity="0.90")
    assert window.scripts == []
    page.tell(scale="1.000", edit="1")
    assert [json.dumps({"edit": "1"}) in script for script in window.scripts] == [True]


def test_what_a_page_asks_is_passed_on() -> None:
    window, _, asked = opened()
    window.says([12.5, "move_by", 3, -4])
    window.says([13, "done"])
    assert asked == [(12.5, "move_by", [3, -4]), (13.0, "done", [])]


def test_nonsense_of_a_page_is_not_passed_on() -> None:
    window, _, asked = opened()
    for value in (None, [], "done", [1, "listen"], ["1", "done"], {"done": 1}):
        window.says(value)
    window.says([1, "done"], key="other")
    assert asked == []
