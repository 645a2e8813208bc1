"""What people come for, from the first replay on."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MATCHES, Visitor
from tests.e2e.program import Program
from tests.support.replay_writer import scripts, write_replay
from tests.support.replays import replay

HOSTILE = "<img src=x onerror=document.title='owned'>\u202egnp"


def rows(page: Page) -> int:
    return page.locator("ul[aria-label=Matches] > li").count()


def choose_me(page: Page, name: str) -> None:
    page.goto(page.url.split("#")[0] + "#/me")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="That is me").click()
    page.get_by_role("heading", name="Matches", level=1).wait_for()


def test_the_first_replay(fresh: Program, visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.enter(fresh)
    expect(page.get_by_text("Your matches will appear here")).to_be_visible()
    expect(page.get_by_text(str(fresh.watched))).to_be_visible()

    file, broken = tmp_path / "duel.replay", tmp_path / "broken.replay"
    file.write_bytes(replay(1))
    broken.write_bytes(replay(2)[:900])
    page.locator("input[type=file]").set_input_files([file, broken])
    added = page.get_by_role("region", name="Added replays")
    expect(added.get_by_role("link", name="duel.replay")).to_be_visible()
    expect(added.get_by_text("failed")).to_be_visible()
    expect(added).to_contain_text("save the replay again")

    expect(page.get_by_role("heading", name="Which player are you?")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Ann")).to_be_checked()
    page.get_by_role("button", name="That is me").click()
    expect(page.get_by_role("heading", name="Which player are you?")).to_have_count(0)
    expect(page.get_by_role("list", name="Matches")).to_contain_text("Win")

    page.get_by_role("link", name="Ranked Duel").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ranked Duel on DFH Stadium")
    expect(page.get_by_role("main").get_by_text("duel.replay")).to_be_visible()
    expect(page.get_by_role("button", name="goal for blue by Ann")).to_be_visible()
    page.get_by_role("tab", name="Movement").click()
    page.get_by_role("button", name="Average speed", exact=True).focus()
    expect(page.get_by_role("tooltip")).to_contain_text("peed")
    expect(page.get_by_role("img", name="Heat map of Otto")).to_be_visible()
    expect(page.get_by_role("img", name="Boost in the tank over the match")).to_be_visible()


def test_the_list_is_narrowed_down(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    choose_me(page, "Ann")
    expect(page.get_by_text(f"{MATCHES} matches", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show earlier matches").click()
    expect(page.locator("ul[aria-label=Matches] > li")).to_have_count(MATCHES)

    page.get_by_label("Search").fill("Match 17")
    expect(page.get_by_text("1 match found")).to_be_visible()
    page.get_by_role("list", name="Matches").get_by_role("link").click()
    page.get_by_role("heading", name="Timeline").wait_for()
    page.go_back()
    expect(page.get_by_label("Search")).to_have_value("Match 17")
    page.get_by_label("Search").fill("dfh stad")
    expect(page.get_by_text(f"{MATCHES} matches found")).to_be_visible()
    page.get_by_role("button", name="Clear").click()

    page.get_by_label("Playlist").select_option(label="Ranked Doubles")
    expect(page.get_by_text(f"{MATCHES // 2} matches found")).to_be_visible()
    page.get_by_label("Result").select_option("loss")
    expect(page.get_by_text("No match fits")).to_be_visible()
    page.get_by_label("Result").select_option("win")
    expect(page.get_by_text(f"{MATCHES // 2} matches found")).to_be_visible()
    page.get_by_label("From").fill("2031-01-01")
    expect(page.get_by_text("No match fits")).to_be_visible()


def test_a_replay_that_the_game_saves_appears_by_itself(fresh: Program, visitor: Visitor) -> None:
    page = visitor.enter(fresh)
    page.evaluate("window.unreloaded = true")
    expect(page.get_by_text("Your matches will appear here")).to_be_visible()
    for number in (1, 2):
        (fresh.watched / f"{number}.replay").write_bytes(replay(number))
        said = "1 match" if number == 1 else f"{number} matches"
        expect(page.get_by_text(said, exact=True)).to_be_visible()
        expect(page.get_by_role("status").first).to_contain_text("new match")
    assert rows(page) == 2
    page.get_by_role("button", name="Imports").click()
    expect(page.get_by_role("dialog").get_by_text("1.replay")).to_be_visible()
    assert page.evaluate("window.unreloaded")


def test_files_can_be_dropped_anywhere(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    transfer = page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File(['x'], 'a.replay')); return t }"
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": transfer})
    expect(page.get_by_text("Drop replays to add them")).to_be_visible()
    page.dispatch_event("body", "drop", {"dataTransfer": transfer})
    added = page.get_by_role("region", name="Added replays")
    expect(added).to_contain_text("a.replay")
    expect(page.get_by_text("Drop replays to add them")).to_have_count(0)
    expect(added.get_by_text("failed")).to_be_visible()


def test_a_trend_follows_the_choice(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    choose_me(page, "Ann")
    page.get_by_role("link", name="Trends").click()
    page.get_by_role("combobox", name="Metric").select_option(label="Goals")
    expect(page.get_by_role("heading", name="Goals", level=2)).to_be_visible()
    chart = page.get_by_role("img", name=f"Goals over the last {MATCHES} matches")
    expect(chart).to_be_visible()
    page.get_by_label("Number of matches").select_option("20")
    expect(page.get_by_role("img", name="Goals over the last 20 matches")).to_be_visible()
    page.get_by_role("slider").press("ArrowLeft")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "1 Apr 2026, 1, win")


def test_settings_are_kept(fresh: Program, visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.enter(fresh)
    page.get_by_role("link", name="Settings").click()
    page.get_by_label("Budget, GB").first.fill("2.5")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("0 kB of 2.5 GB used")).to_be_visible()
    more = tmp_path / "more"
    more.mkdir()
    folders = page.get_by_role("list", name="Watched folders")
    page.get_by_label("Another folder").fill(str(more))
    page.get_by_role("button", name="Watch", exact=True).click()
    expect(folders.get_by_text(str(more), exact=True)).to_be_visible()
    folders.get_by_role("button", name="Remove").first.click()
    expect(folders.get_by_role("listitem")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Budget, GB").first).to_have_value("2.5")
    expect(folders.get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_text(str(fresh.home), exact=True)).to_be_visible()


def test_an_import_needs_a_token_that_can_be_kept(fresh: Program, visitor: Visitor) -> None:
    page = visitor.enter(fresh)
    page.get_by_role("link", name="import them from ballchasing.com").click()
    expect(page.get_by_role("heading", name="Your token first")).to_be_visible()
    expect(page.get_by_text("This system has no keyring")).to_be_visible()


def test_a_name_is_never_more_than_text(
    fresh: Program, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts, "OTTO", replace(scripts.OTTO, name=HOSTILE))
    fresh.add(write_replay(scripts.duel()))
    page = visitor.enter(fresh)
    shown = page.locator("bdi", has_text="<img src=x").first
    expect(shown).to_be_visible()
    assert "\u202e" not in (shown.text_content() or "")
    page.get_by_role("link", name="Ranked Duel").click()
    page.get_by_role("heading", name="Boost pads").or_(
        page.get_by_role("heading", name="Positions")
    ).first.wait_for()
    assert page.locator("img[src=x]").count() == 0
    assert "owned" not in page.title()


def test_an_error_is_shown_with_what_to_do(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    page.goto(f"{program.url}/#/match/987654")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="All matches").click()
    expect(page.get_by_role("list", name="Matches")).to_be_visible()
    assert all("404" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()
