"""The plugin's WebSocket."""

import asyncio
from contextlib import suppress
from typing import Final

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from starlette.types import Message

from rockettrainer.api._guard import PLUGIN_PROTOCOL
from rockettrainer.api._services import Ours
from rockettrainer.api._telling import first_of
from rockettrainer.live import PluginLink
from rockettrainer.sources.plugin import OTHER_PROTOCOL_CODE, Flaw, PluginError

router = APIRouter()

HELLO_S: Final = 10.0
"""Within which a plugin says who it is."""
_LOOK_S: Final = 0.5
_TOO_MUCH: Final = 1008
_MOST_WAITING: Final = 256
_MOST_EARLY: Final = 1 << 15
"""Messages that wait for the kernels to be compiled: several minutes of play."""
_AT_A_TIME: Final = 64


@router.websocket("/plugin")
async def plugin(socket: WebSocket, services: Ours) -> None:
    """Takes in what a plugin sees, and passes on what the game is asked to do."""
    await socket.accept(subprotocol=PLUGIN_PROTOCOL)
    waiting: asyncio.Queue[str] = asyncio.Queue(_MOST_WAITING)
    link = PluginLink(services.live, waiting.put_nowait)
    try:
        await first_of(_listen(socket, link, services.live.ready), _speak(socket, waiting, link))
    except PluginError as error:
        other = error.kind is Flaw.OTHER_PROTOCOL
        with suppress(RuntimeError):
            code = OTHER_PROTOCOL_CODE if other else _TOO_MUCH
            await socket.close(code, error.message[:120])
    except (WebSocketDisconnect, KeyError, RuntimeError, TimeoutError, asyncio.QueueFull):
        pass
    finally:
        link.closed()


async def _listen(socket: WebSocket, link: PluginLink, ready: asyncio.Event) -> None:
    _give(link, await asyncio.wait_for(socket.receive(), HELLO_S))
    early, receiving = await _early(socket, ready)
    for number, message in enumerate(early):
        _give(link, message)
        if number % _AT_A_TIME == 0:
            await asyncio.sleep(0)
    message = await receiving
    while _give(link, message):
        message = await socket.receive()


async def _early(
    socket: WebSocket, ready: asyncio.Event
) -> tuple[list[Message], asyncio.Future[Message]]:
    """What comes before there is anything to take it in with, and the message that is awaited.

    When it is too much, nothing more is read: then the plugin drops ticks, and counts them.
    """
    early: list[Message] = []
    is_ready = asyncio.ensure_future(ready.wait())
    receiving = asyncio.ensure_future(socket.receive())
    try:
        while not is_ready.done():
            awaited = {is_ready, receiving} if len(early) < _MOST_EARLY else {is_ready}
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
            if receiving.done() and not is_ready.done():
                early.append(receiving.result())
                receiving = asyncio.ensure_future(socket.receive())
    finally:
        is_ready.cancel()
    return early, receiving


def _give(link: PluginLink, message: Message) -> bool:
    """Hands over a message; whether the connection goes on."""
    if message["type"] != "websocket.receive":
        return False
    if (content := message.get("bytes")) is not None:
        link.binary(content)
    elif (text := message.get("text")) is not None:
        link.text(text)
    return True


async def _speak(socket: WebSocket, waiting: asyncio.Queue[str], link: PluginLink) -> None:
    """Sends what there is to say, and looks now and then which events are held."""
    while True:
        try:
            async with asyncio.timeout(_LOOK_S):
                text = await waiting.get()
        except TimeoutError:
            link.acknowledge()
            continue
        await socket.send_text(text)
