"""You, and how you fare."""

from typing import Annotated

from fastapi import APIRouter, Query

from rockettrainer.api._models import Candidate, Me, MyAccounts, PlaylistRecord, Stats
from rockettrainer.api._moments import local_time
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours, Services
from rockettrainer.api._show_match import playlist_name
from rockettrainer.library import Record, player_ids, records_of, streak

router = APIRouter(prefix="/users", tags=["users"])


@router.get("/stats")
def stats(
    services: Ours,
    last: Annotated[int, Query(ge=1, le=100, description="Matches to average.")] = 20,
) -> Stats:
    """Show how you fare: all matches counted, the last ones averaged."""
    store = services.library.store
    records = records_of(store, store.me())
    return Stats(
        matches=sum(record.matches for record in records),
        wins=sum(record.wins for record in records),
        losses=sum(record.losses for record in records),
        streak=streak(store),
        last=last,
        averages=services.library.averages.over(last),
        by_playlist=[_record(record) for record in records],
    )


@router.get("/me")
def me(services: Ours) -> Me | None:
    """Show which accounts are yours; null if that is not known yet."""
    return me_of(services)


@router.put("/me", responses=documented(404))
def choose_me(services: Ours, accounts: MyAccounts) -> Me | None:
    """Say which accounts are yours: results and trends follow from it."""
    library = services.library
    try:
        library.me.choose(player_ids(library.store, accounts.player_ids))
    except LookupError as error:
        raise ProblemError(404, "one of these players is in no match", kind="no-player") from error
    return me_of(services)


@router.get("/candidates")
def candidates(services: Ours, limit: Annotated[int, Query(ge=1, le=100)] = 20) -> list[Candidate]:
    """List who you may be: those who are in most matches."""
    people = services.library.store.players(limit=limit)
    return [
        Candidate(
            id=person.account,
            name=person.name,
            matches=person.matches,
            recorded=person.recorded,
            last_seen=local_time(person.last_played_at),
            is_me=person.is_me,
        )
        for person in people
        if not person.is_bot
    ]


def me_of(services: Services) -> Me | None:
    """Your accounts."""
    people = services.library.me.people()
    if not people:
        return None
    return Me(
        ids=[person.account for person in people],
        names=[person.name for person in people],
        guessed=services.library.me.is_guess,
    )


def _record(record: Record) -> PlaylistRecord:
    playlist = playlist_name(record.playlist_key)
    return PlaylistRecord(
        key=playlist.key,
        name=playlist.name,
        matches=record.matches,
        wins=record.wins,
        losses=record.losses,
    )
