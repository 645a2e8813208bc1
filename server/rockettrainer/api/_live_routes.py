"""What is live."""

from typing import Any, Final

import msgspec
from fastapi import APIRouter, WebSocket

from rockettrainer.api._guard import PROTOCOL
from rockettrainer.api._live_models import LiveNow, LiveSummary, OverlayAddress
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.api._telling import TRY_LATER, tell
from rockettrainer.live import Onlooker

router = APIRouter(prefix="/live", tags=["live"])

MOST: Final = 64
"""Pages that may look on at once."""


@router.websocket("")
async def live(socket: WebSocket, services: Ours) -> None:
    """Shows a page what goes on until either side hangs up."""
    stage = services.live.stage
    if stage.size >= MOST:
        await socket.close(TRY_LATER)
        return
    await socket.accept(subprotocol=PROTOCOL)
    onlooker = stage.join()
    try:
        await tell(socket, lambda: _next(onlooker))
    finally:
        stage.part(onlooker)


@router.get("")
async def now(services: Ours) -> LiveNow:
    """Show what goes on this moment."""
    stage = services.live.stage
    return LiveNow(panel=_plain(stage.panel()), state=_plain(stage.state()))


@router.get("/last", responses=documented(404))
def last(services: Ours) -> LiveSummary:
    """Tell of the session that ended last."""
    summary = services.live.last
    if summary is None:
        raise ProblemError(404, "no session has ended yet", kind="no-session")
    return LiveSummary.model_validate(_plain(summary))


@router.get("/address")
def address(services: Ours) -> OverlayAddress:
    """Give the overlay's address, for a browser source."""
    return OverlayAddress(url=services.overlay)


async def _next(onlooker: Onlooker) -> str:
    return (await onlooker.next()).decode()


def _plain(shown: object) -> Any:  # noqa: ANN401 (JSON is any of many types)
    return msgspec.to_builtins(shown)
