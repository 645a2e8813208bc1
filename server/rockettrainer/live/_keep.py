"""A session that is over, into the store. Works in a thread of its own: it takes a while."""

from dataclasses import replace
from pathlib import Path

import msgspec

from rockettrainer.features import Measured
from rockettrainer.library import Library
from rockettrainer.live._kinds import TRAINING
from rockettrainer.live._numbers import Usual, usual
from rockettrainer.live._plugin_session import PluginSession
from rockettrainer.live._session import Session
from rockettrainer.live._summary import Course, Summary, compared, summary_of
from rockettrainer.storage import Pack, TrainingRecord

LEAST_S = 5.0
"""Of play: a shorter session is nothing to keep."""
_NOTHING = Measured({}, {})


def keep(library: Library, session: Session, *, partial: bool, place: Path) -> Summary:
    """Stores a session and tells of it.

    A match of two sides goes among the matches; free play and custom training are kept as
    training; the viewing of a replay, and what lasted a moment, is not kept.

    Args:
        library: Where to.
        session: Which takes nothing in any more.
        partial: Whether its end, or much of it, was missed.
        place: File for the summary.

    Raises:
        StoreError: It could not be stored.
    """
    course = _course(session, partial=partial)
    before = _usual(library, course)
    match_id = None
    if session.active_s >= LEAST_S and session.is_match:
        match_id = library.keep_live(course.match, session.recorder.analysis())
    elif session.active_s >= LEAST_S and session.kind in TRAINING:
        library.store.add_training(_training(course))
    told = summary_of(course, before, match_id, library.store.count())
    place.write_bytes(msgspec.json.encode(told))
    return told


def last_summary(place: Path) -> Summary | None:
    """What was told of the session before; None for nothing."""
    try:
        return msgspec.json.decode(place.read_bytes(), type=Summary)
    except (OSError, msgspec.DecodeError):
        return None


def _course(session: Session, *, partial: bool) -> Course:
    recorder = session.recorder
    match = recorder.match(_warnings(session, partial=partial))
    match = replace(match, info=session.final_facts())
    order = recorder.seats.order()
    mine = _NOTHING
    if session.me >= 0:
        mine = recorder.analysis().players[order.index(session.me)]
    return Course(session, match, mine, partial or session.gap_s >= 1.0)


def _warnings(session: Session, *, partial: bool) -> list[str]:
    warnings = []
    if partial:
        warnings.append("The end was not seen: the numbers are of what came before.")
    if session.gap_s >= 1.0:
        warnings.append(f"{session.gap_s:.0f} seconds were not seen.")
    if session.recorder.seats.refused:
        warnings.append("More players came than there are seats for; some are missing.")
    return warnings


def _training(course: Course) -> TrainingRecord:
    session = course.session
    trained = session.training if isinstance(session, PluginSession) else None
    pack = None
    if trained is not None and trained.code:
        name = trained.name or trained.code
        pack = Pack(code=trained.code, name=name, creator=trained.creator, shots=trained.shots)
    attempts = trained if trained is not None and trained.attempts else None
    return TrainingRecord(
        started_at=session.started_at,
        ended_at=session.started_at + round(session.recorder.time_s),
        pack=pack,
        attempts=attempts.attempts if attempts else None,
        successes=attempts.successes if attempts else None,
        details={
            "kind": session.kind,
            "source": session.source,
            "map": course.match.info.map_code,
            "active_s": round(session.active_s, 1),
            "gap_s": round(session.gap_s, 1),
            "metrics": course.mine.metrics,
        },
    )


def _usual(library: Library, course: Course) -> Usual:
    playlist = course.match.info.playlist
    keys = compared(course.mine) if course.session.is_match else ()
    return usual(library.store, keys, playlist.key if playlist else None)
