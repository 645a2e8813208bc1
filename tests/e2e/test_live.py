"""A match from the plugin's first word to the summary, in the overlay and the page of a browser."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from rockettrainer.library import Library
from tests.e2e.conftest import Visitor
from tests.support.live_match import acts, perform, short_match
from tests.support.matches import PLAYLIST_IDS, fill
from tests.support.plugin import Plugin
from tests.support.server import Live, running

EARLIER = 30


def test_a_match_is_seen_from_kickoff_to_summary(tmp_path: Path, visitor: Visitor) -> None:
    library = Library(tmp_path)
    fill(library.store, EARLIER)
    library.me.look()
    try:
        with running(library) as live:
            watch(live, visitor)
            visitor.leave()
    finally:
        library.store.close()


def watch(live: Live, visitor: Visitor) -> None:
    overlay, summary = visitor.page(1920, 1080), visitor.page()
    overlay.goto(live.services.overlay)
    expect(overlay.get_by_text("Waiting for Rocket League")).to_be_visible()
    with live.client() as client:
        link = client.post("/session/link").raise_for_status().json()["url"]
    summary.goto(link.replace("#/start", "#/summary"))
    expect(summary.get_by_role("heading", level=1)).to_have_text("No game was watched yet")
    assert all("404" in said for said in visitor.complaints)
    visitor.complaints.clear()
    play(live, overlay)
    expect(overlay.get_by_text("You won 1")).to_be_visible()
    expect(summary.get_by_role("heading", level=1)).to_contain_text("Won 1:0")
    goals = summary.get_by_role("region", name="Goals")
    expect(goals.get_by_role("listitem")).to_contain_text("Myself")
    usual = f"Usual of {EARLIER // len(PLAYLIST_IDS)} matches"
    expect(summary.get_by_text(usual).first).to_be_visible()
    summary.get_by_role("link", name="Open the match").click()
    expect(summary.get_by_role("heading", level=1)).to_contain_text("DFH Stadium")


def play(live: Live, overlay: Page) -> None:
    """Plays the match; the card is large where there is time to look, and small in play."""
    lines = overlay.locator(".card[data-shown=true] .line")
    countdown, play, goal, replay, kickoff, rest, podium, curtain = acts(short_match())
    with Plugin(live.port, live.services.access.plugin_token) as plugin:
        assert plugin.hello()["type"] == "welcome"
        expect(overlay.get_by_text("Game connected")).to_be_visible()
        perform(plugin, countdown)
        expect(lines).to_have_count(4)
        expect(overlay.get_by_text("Kickoff")).to_be_visible()
        perform(plugin, play)
        expect(lines).to_have_count(2)
        expect(overlay.locator(".reading").nth(0)).to_have_text("40")
        expect(overlay.locator(".reading").nth(1)).to_have_text("1,200")
        expect(overlay.locator(".line").nth(1)).to_have_attribute("title", re.compile("usually"))
        perform(plugin, goal)
        expect(lines).to_have_count(4)
        perform(plugin, replay)
        expect(overlay.get_by_text("Goal replay")).to_be_visible()
        perform(plugin, kickoff)
        perform(plugin, rest)
        expect(lines).to_have_count(2)
        perform(plugin, podium)
        perform(plugin, curtain)
