"""Lists, pages and views of stored matches."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from rockettrainer.features import METRICS
from rockettrainer.library import Library
from rockettrainer.match import Roster
from tests.api.conftest import STORED, WITH_FRAMES
from tests.support.matches import ME, METRIC, PLAYLIST_IDS, record
from tests.support.server import Live, running


def listed(
    client: httpx.Client, query: dict[str, str] | None = None, **more: str
) -> list[dict[str, Any]]:
    """All pages of a list."""
    found: list[dict[str, Any]] = []
    asked = {**(query or {}), **more, "limit": "7"}
    while True:
        page = client.get("/replays/recent", params=asked).json()
        assert len(page["items"]) <= 7
        found += page["items"]
        if page["next_cursor"] is None:
            assert page["total_estimate"] == len(found)
            return found
        asked["cursor"] = page["next_cursor"]


def test_pages_follow_each_other_without_gap_or_repetition(client: httpx.Client) -> None:
    found = listed(client)
    assert [line["id"] for line in found] == list(range(STORED + 1, 0, -1))
    assert [line["date"] for line in found] == sorted((m["date"] for m in found), reverse=True)


def test_a_page_stays_in_place_when_matches_come_and_go(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for number in range(0, 40, 2):
        library.store.add_match(record(number))
    with running(library) as live, live.client() as client:
        first = client.get("/replays/recent?limit=5").json()
        library.store.add_match(record(41))
        library.store.delete_match(first["items"][-1]["id"])
        query = {"limit": 5, "cursor": first["next_cursor"]}
        second = client.get("/replays/recent", params=query).json()
    library.store.close()
    names = [line["name"] for line in (*first["items"], *second["items"])]
    assert names == [f"Match {number}" for number in range(38, 18, -2)]


def test_a_list_is_narrowed_down(client: httpx.Client) -> None:
    everything = listed(client)
    won = listed(client, result="win")
    assert won == [line for line in everything if line["result"] == "win"]
    assert {line["result"] for line in everything} == {"win", "loss"}
    key = everything[0]["playlist"]["key"]
    assert len(listed(client, playlist=key)) == len(everything) // len(PLAYLIST_IDS) + 1
    assert {line["map"]["code"] for line in listed(client, map="CS_P")} == {"cs_p"}
    assert "Match 17" in [line["name"] for line in listed(client, q="17 mATCH")]
    assert len(listed(client, q="Match 17 Myself")) < len(everything)
    day = everything[0]["date"][:10]
    assert listed(client, {"from": day, "to": day}) == [
        line for line in everything if line["date"][:10] == day
    ]
    assert listed(client, {"from": "9999-12-31"}) == []
    assert listed(client, {"to": "1970-01-01"}) == []


@pytest.mark.parametrize(
    "cursor", ["x", "AAAA", "%00", "\ud800".encode("utf-8", "replace"), "a" * 99]
)
def test_a_wrong_cursor_is_said_to_be_wrong(client: httpx.Client, cursor: str) -> None:
    answer = client.get("/replays/recent", params={"cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["type"].endswith(":invalid-cursor")


def test_a_line_says_who_played_and_how(client: httpx.Client) -> None:
    line = client.get("/replays/recent?q=match+29").json()["items"][0]
    made = record(29)
    assert line["score"] == list(made.info.score or ())
    assert [seat["id"] for seat in line["players"]] == [player.id for player in made.roster]
    assert [seat["goals"] for seat in line["players"]] == [
        player.header_stats.goals if player.header_stats else None for player in made.roster
    ]
    assert line["my_team"] == "blue"
    assert line["warnings_count"] == 1


def test_a_match_has_every_metric_of_everyone(client: httpx.Client) -> None:
    found, made = client.get("/replays/5").json(), record(4)
    for shown, measured in zip(found["players"], made.analysis.players, strict=True):
        assert shown["metrics"] == measured.metrics
        assert shown["missing"] == measured.missing
        assert {*shown["metrics"], *shown["missing"]} == {metric.key for metric in METRICS}
    assert found["events"] == []
    assert not found["frames"]["available"]
    assert client.get("/replays/5/frames").status_code == 404


def test_views_of_frames_are_served(client: httpx.Client) -> None:
    base = f"/replays/{WITH_FRAMES}"
    detail = client.get(base).json()
    assert detail["frames"] == {"available": True, "count": 600, "bytes": detail["frames"]["bytes"]}
    ids = [player["id"] for player in detail["players"]]
    for query in ("", "?columns=boost", "?columns=height,ball_distance,score&hz=0.5"):
        answer = client.get(f"{base}/series{query}")
        assert answer.status_code == 200, answer.text
        assert [player["id"] for player in answer.json()["players"]] == ids
    heat = client.get(f"{base}/heatmap", params={"player": ids[0], "bins": 10}).json()
    assert len(heat["seconds"]) == len(heat["x_edges"]) - 1
    assert {len(column) for column in heat["seconds"]} == {10}
    assert client.get(f"{base}/heatmap?player=nobody").status_code == 404
    assert client.get(f"{base}/series?columns=luck").status_code == 422
    assert client.get(f"{base}/frames").content[:4] == b"RTV1"


def test_a_trend_has_a_point_for_each_match(client: httpx.Client) -> None:
    found = client.get("/analytics/progress", params={"metric": METRIC, "last": 12}).json()
    values = [record(n).analysis.players[0].metrics[METRIC] for n in range(STORED - 11, STORED + 1)]
    assert [point["value"] for point in found["points"]] == values
    assert {point["result"] for point in found["points"]} == {"win", "loss"}
    assert len(found["rolling_median"]) == 12
    assert client.get("/analytics/progress?metric=luck").status_code == 404


def test_stats_count_all_and_average_the_last(client: httpx.Client) -> None:
    found = client.get("/users/stats?last=5").json()
    assert found["matches"] == STORED + 1 == found["wins"] + found["losses"]
    assert sum(row["matches"] for row in found["by_playlist"]) == STORED + 1
    last = [record(n).analysis.players[0].metrics[METRIC] for n in range(STORED - 4, STORED + 1)]
    assert found["averages"][METRIC] == pytest.approx(sum(last) / 5)
    assert abs(found["streak"]) == 1


def test_metrics_are_the_registrys(client: httpx.Client) -> None:
    assert [row["key"] for row in client.get("/metrics").json()] == [m.key for m in METRICS]


def test_one_may_be_somebody_else(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.store.add_match(record(1))
    library.me.look()
    with running(library) as live, live.client() as client:
        assert client.get("/users/me").json()["ids"] == [ME]
        assert client.get("/info").json()["me"]["guessed"]
        people = client.get("/users/candidates").json()
        other = next(person["id"] for person in people if not person["is_me"])
        chosen = client.put("/users/me", json={"player_ids": [other]}).json()
        assert (chosen["ids"], chosen["guessed"]) == ([other], False)
        assert client.put("/users/me", json={"player_ids": ["nobody"]}).status_code == 404
        assert client.put("/users/me", json={"player_ids": []}).json() is None
    library.store.close()


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "\u202egnp.exe",
        "a\x00b\x1b[31m",
        "{{7*7}}${7*7}",
        "'; DROP TABLE matches; --",
        "\U0001f680" * 50,
    ],
)
def test_names_are_text_and_nothing_else(tmp_path: Path, name: str) -> None:
    made, shown = record(1), json.dumps(name.replace("\x00", "\ufffd"))
    first, *others = made.roster
    roster = Roster((replace(first, name=name), *others))
    library = Library(tmp_path)
    hostile = replace(made, roster=roster, info=replace(made.info, name=name))
    library.store.add_match(hostile)
    with running(library) as live, live.client() as client:
        for path in ("/replays/recent", "/replays/1", "/users/candidates"):
            answer = client.get(path)
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert shown in json.dumps(answer.json())
        assert client.get("/replays/recent", params={"q": name}).json()["items"]
    library.store.close()


def test_the_pages_files_are_served(tmp_path: Path) -> None:
    pages, library = tmp_path / "pages", Library(tmp_path)
    (pages / "assets").mkdir(parents=True)
    (pages / "index.html").write_text("<!doctype html><title>page</title>")
    (pages / "assets" / "a-1234.js").write_text("export {}")
    with running(library, pages) as live:
        index = httpx.get(live.url)
        assert (index.status_code, "<title>page" in index.text) == (200, True)
        assert index.headers["cache-control"] == "no-cache"
        asset = httpx.get(f"{live.url}/assets/a-1234.js")
        assert "immutable" in asset.headers["cache-control"]
        assert asset.headers["content-type"].startswith("text/javascript")
        assert httpx.get(f"{live.url}/matches/7").text == index.text
        assert httpx.get(f"{live.url}/assets/b.js").status_code == 404
        assert httpx.get(f"{live.url}/api").status_code == 401
        assert httpx.post(live.url).status_code == 405
    library.store.close()


def test_without_the_pages_files_it_says_how_to_build_them(live: Live, tmp_path: Path) -> None:
    library = Library(tmp_path)
    with running(library, tmp_path / "no-such-folder") as other:
        assert "npm run build" in httpx.get(other.url).text
    library.store.close()
    assert live.port != other.port
