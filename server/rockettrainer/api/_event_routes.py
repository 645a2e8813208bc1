"""The WebSocket: what happens, as it happens."""

import asyncio
import json
from contextlib import suppress
from typing import Final

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from rockettrainer import __version__
from rockettrainer.api._bucket import Bucket
from rockettrainer.api._guard import PROTOCOL
from rockettrainer.api._hub import Client
from rockettrainer.api._services import Ours

router = APIRouter()

STALL_S: Final = 10.0
"""A page that takes nothing for so long is cut off; it connects anew when it wakes."""
_TRY_LATER: Final = 1013
_TOO_MUCH: Final = 1008


@router.websocket("/events")
async def events(socket: WebSocket, services: Ours) -> None:
    """Tells a page what happens until either side hangs up."""
    await socket.accept(subprotocol=PROTOCOL)
    with services.hub.listening() as client:
        client.put({"type": "hello", "version": __version__})
        tasks = {
            asyncio.create_task(_tell(socket, client)),
            asyncio.create_task(_listen(socket)),
        }
        done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        code = next(iter(done)).result()
    if code is not None:
        with suppress(TimeoutError):  # it is cut off without a word then
            await asyncio.wait_for(socket.close(code), STALL_S)


async def _tell(socket: WebSocket, client: Client) -> int | None:
    while True:
        text = json.dumps(await client.next(), separators=(",", ":"))
        try:
            await asyncio.wait_for(socket.send_text(text), STALL_S)
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
