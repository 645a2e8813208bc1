"""Putting a replay file together, and putting its checksums right."""

from __future__ import annotations

from ._acts import act
from ._bytes import integer, listing, section, text
from ._header import goals_of, packed_header
from ._stage import Stage
from .dialect import Dialect
from .script import MatchScript

_WORD = 4


def write_replay(
    script: MatchScript, dialect: Dialect | None = None, *, stream: bytes | None = None
) -> bytes:
    """Writes a replay file.

    Args:
        script: The game.
        dialect: The format; by default the newest known from real files.
        stream: Bytes to put in the place of the network stream, to spoil it.

    Returns:
        The file's content.
    """
    dialect = dialect or Dialect()
    stage = Stage(script, dialect)
    _play(script, stage)
    body = _packed_body(script, stage, stage.stream.finish() if stream is None else stream)
    return section(packed_header(script, dialect)) + section(body)


def reseal(replay: bytes) -> bytes:
    """Puts the checksums of a changed replay right, as far as its sections still stand."""
    sealed = b""
    rest = replay
    for _ in range(2):
        length = int.from_bytes(rest[:_WORD], "little")
        content = rest[2 * _WORD : 2 * _WORD + length]
        if len(content) < length or not content:
            break
        sealed += section(content)
        rest = rest[2 * _WORD + length :]
    return sealed + rest


def _play(script: MatchScript, stage: Stage) -> None:
    before = script.moments[0].time if script.moments else 0.0
    for frame, moment in enumerate(script.moments):
        stage.enter(frame, moment)
        for event in moment.events:
            act(event, stage)
        stage.place(moment)
        keyframe = frame == 0 or frame in script.keyframes
        stage.stream.write_frame(frame, moment.time, moment.time - before, keyframe=keyframe)
        before = moment.time


def _packed_body(script: MatchScript, stage: Stage, stream: bytes) -> bytes:
    table = stage.table
    ticks = ((f"Team{goal.scorer.team}Goal", frame) for frame, goal in goals_of(script))
    parts = (
        listing([text(script.facts.map_code)]),
        stage.stream.packed_keyframes(),
        integer(len(stream)) + stream,
        listing([integer(0) + text("Host") + text("Scripted match")]),
        listing(text(name) + integer(frame) for name, frame in ticks),
        listing([text(f"..\\..\\TAGame\\CookedPCConsole\\{script.facts.map_code}.upk")]),
        table.objects.packed(),
        stage.stream.names.packed(),
        table.packed_class_indices(),
        table.packed_net_cache(),
    )
    # A count of zero closes the file; no reader has found out what it counts.
    return b"".join(parts) + integer(0)
