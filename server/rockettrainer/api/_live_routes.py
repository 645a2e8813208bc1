"""What is live."""

import asyncio
from contextlib import suppress
from typing import Any, Final

import msgspec
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from rockettrainer.api._bucket import Bucket
from rockettrainer.api._guard import PROTOCOL
from rockettrainer.api._live_models import LiveNow, LiveSummary, OverlayAddress
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.live import Onlooker

router = APIRouter(prefix="/live", tags=["live"])

STALL_S: Final = 10.0
"""A page that takes nothing for so long is cut off; it connects anew when it wakes."""
MOST: Final = 64
"""Pages that may look on at once."""
_TRY_LATER: Final = 1013
_TOO_MUCH: Final = 1008


@router.websocket("")
async def live(socket: WebSocket, services: Ours) -> None:
    """Shows a page what goes on until either side hangs up."""
    stage = services.live.stage
    if stage.size >= MOST:
        await socket.close(_TRY_LATER)
        return
    await socket.accept(subprotocol=PROTOCOL)
    onlooker = stage.join()
    try:
        code = await _either(_show(socket, onlooker), _listen(socket))
    finally:
        stage.part(onlooker)
    if code is not None:
        with suppress(TimeoutError, RuntimeError):
            await asyncio.wait_for(socket.close(code), STALL_S)


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


async def _either(*works: Any) -> int | None:  # noqa: ANN401 (coroutines)
    tasks = {asyncio.create_task(work) for work in works}
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    code: int | None = next(iter(done)).result()
    return code


async def _show(socket: WebSocket, onlooker: Onlooker) -> int | None:
    while True:
        message = await onlooker.next()
        try:
            await asyncio.wait_for(socket.send_text(message.decode()), STALL_S)
        except TimeoutError:
            return _TRY_LATER
        except (WebSocketDisconnect, RuntimeError):
            return None


async def _listen(socket: WebSocket) -> int | None:
    """Nothing that a page says means anything; one that says much is cut off."""
    allowed = Bucket(burst=20, per_s=2)
    try:
        while allowed.take():
            await socket.receive_text()
    except (WebSocketDisconnect, KeyError, RuntimeError):
        return None
    return _TOO_MUCH


def _plain(shown: object) -> Any:  # noqa: ANN401 (JSON is any of many types)
    return msgspec.to_builtins(shown)
