"""Getting in: by a link that works once, and not otherwise."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visitor
from tests.e2e.program import Program


def stored(page: Page) -> str | None:
    kept: str | None = page.evaluate("sessionStorage.getItem('rockettrainer.token')")
    return kept


def test_the_code_leaves_the_address_and_the_history(program: Program, visitor: Visitor) -> None:
    page = visitor.enter(program)
    assert "code" not in page.url
    assert page.evaluate("history.length") <= 2
    assert stored(page)
    page.reload()
    page.get_by_role("heading", name="Matches", level=1).wait_for()


def test_without_a_link_the_page_says_where_to_get_one(program: Program, visitor: Visitor) -> None:
    page = visitor.page()
    page.goto(program.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("its own link")
    expect(page.get_by_text("rockettrainer link")).to_be_visible()
    page.get_by_label("Link or code").fill(program.link())
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", name="Matches", level=1)).to_be_visible()


def test_a_used_link_is_refused_with_a_hint(program: Program, visitor: Visitor) -> None:
    link = program.link()
    visitor.page().goto(link, wait_until="networkidle")
    page = visitor.page()
    page.goto(link)
    expect(page.get_by_role("alert")).to_contain_text("rockettrainer link")
    assert stored(page) is None
    assert all("403" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()


def test_a_link_opened_in_the_same_tab_works_too(program: Program, visitor: Visitor) -> None:
    page = visitor.page()
    page.goto(program.url)
    page.goto(program.printed_link())
    expect(page.get_by_role("heading", name="Matches", level=1)).to_be_visible()
