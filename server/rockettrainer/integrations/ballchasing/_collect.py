"""Replay files of whatever a reference names."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from rockettrainer.integrations.ballchasing._answers import Listed
from rockettrainer.integrations.ballchasing._client import Client, ReplayFilter
from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._reference import Reference, ReferenceKind

Progress = Callable[[int, int, str], None]
"""Told how many are done, of how many (0 while that is being found out), and what goes on."""

_OF_ONE_FILE: Final = (Fault.NOT_FOUND, Fault.FORBIDDEN, Fault.TOO_LARGE, Fault.BAD_ANSWER)


class Collected(NamedTuple):
    """A replay that was downloaded."""

    id: str
    content: bytes


def collect(
    client: Client,
    reference: Reference,
    progress: Progress,
    *,
    has: Callable[[Listed], bool] = lambda _: False,
    failed: Callable[[str, BallchasingError], None] | None = None,
    limit: int | None = None,
) -> Iterator[Collected]:
    """Downloads replays one by one: that of the reference, or all of its group or player.

    Those that the service could not read itself are downloaded too: we may.

    Args:
        client: The service.
        reference: What to download.
        progress: Told what goes on.
        has: Whether a replay need not be downloaded.
        failed: Told of a replay that cannot be had, after which the rest follows; without it
            the first one ends all.
        limit: At most so many, of a player the latest.

    Raises:
        BallchasingError: The service refuses, or does not answer.
    """
    progress(0, 0, "asking for the list")
    client.ping()
    wanted = list(islice(_wanted(client, reference, progress, has), limit))
    for done, replay_id in enumerate(wanted):
        progress(done, len(wanted), f"downloading {replay_id}")
        try:
            content = client.replay_file(replay_id)
        except BallchasingError as error:
            if failed is None or error.kind not in _OF_ONE_FILE:
                raise
            failed(replay_id, error)
        else:
            yield Collected(replay_id, content)
    progress(len(wanted), len(wanted), "done")


def _wanted(
    client: Client, reference: Reference, progress: Progress, has: Callable[[Listed], bool]
) -> Iterator[str]:
    seen: set[str] = set()
    here = 0
    for listed in _listed(client, reference):
        if listed.id in seen:
            continue
        seen.add(listed.id)
        if has(listed):
            here += 1
        else:
            yield listed.id
        if len(seen) % 200 == 0:
            progress(0, 0, f"{len(seen)} replays found, {here} of them here already")


def _listed(client: Client, reference: Reference) -> Iterator[Listed]:
    match reference.kind:
        case ReferenceKind.REPLAY:
            replay = client.replay(reference.value)
            yield Listed.model_validate(
                {"id": replay.id, "rocket_league_id": replay.rocket_league_id, "date": replay.date}
            )
        case ReferenceKind.GROUP:
            client.group(reference.value)  # an unknown group would only list nothing
            yield from client.group_replays(reference.value)
        case ReferenceKind.PLAYER:
            yield from client.replays(ReplayFilter(player=reference.value))
