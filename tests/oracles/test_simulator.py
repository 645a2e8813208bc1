"""Our metrics against what a simulator knows of the same matches."""

from scripts.oracles.simulator import ALLOWED, compare


def test_every_metric_is_within_what_is_allowed() -> None:
    compared = compare(seconds=40.0)
    assert {row.key for row in compared} == ALLOWED.keys()
    assert [row for row in compared if not row.passes] == []
    assert sum(row.truth for row in compared) > 100.0
