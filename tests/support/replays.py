"""Small replay files, each another match."""

from dataclasses import replace

from tests.support.replay_writer import scripts, write_replay


def replay(number: int, **facts: object) -> bytes:
    """A short match of that number.

    Args:
        number: Two numbers are two matches.
        facts: Of `MatchFacts`, to differ from the usual.
    """
    script = scripts.duel()
    identity = {
        "replay_id": f"{number + 1:032X}",
        "match_guid": f"{number + 1:031X}F",
        "name": f"Match {number}",
        "start_epoch": 1_775_035_164 + number * 600,
    }
    return write_replay(replace(script, facts=replace(script.facts, **(identity | facts))))  # type: ignore[arg-type]
