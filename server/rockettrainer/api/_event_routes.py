"""The WebSocket: what happens, as it happens."""

import json

from fastapi import APIRouter, WebSocket

from rockettrainer import __version__
from rockettrainer.api._guard import PROTOCOL
from rockettrainer.api._hub import Client
from rockettrainer.api._services import Ours
from rockettrainer.api._telling import tell

router = APIRouter()


@router.websocket("/events")
async def events(socket: WebSocket, services: Ours) -> None:
    """Tells a page what happens until either side hangs up."""
    await socket.accept(subprotocol=PROTOCOL)
    with services.hub.listening() as client:
        client.put({"type": "hello", "version": __version__})
        await tell(socket, lambda: _next(client))


async def _next(client: Client) -> str:
    return json.dumps(await client.next(), separators=(",", ":"))
