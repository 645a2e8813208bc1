"""A WebSocket that only tells: a page is sent what there is, and what it says means nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, TypeVar

from fastapi import WebSocket, WebSocketDisconnect

from rockettrainer.api._bucket import Bucket

STALL_S: Final = 10.0
"""A page that takes nothing for so long is cut off; it connects anew when it wakes."""
TRY_LATER: Final = 1013
_TOO_MUCH: Final = 1008

Result = TypeVar("Result")

_Code = int | None
"""To close with; None where the other side has hung up."""


async def tell(socket: WebSocket, following: Callable[[], Awaitable[str]]) -> None:
    """Sends one text after another until either side hangs up.

    Args:
        socket: Accepted.
        following: Gives the next text.
    """
    code = await first_of(_send(socket, following), _listen(socket))
    if code is not None:
        with suppress(TimeoutError, RuntimeError):  # it is cut off without a word then
            await asyncio.wait_for(socket.close(code), STALL_S)


async def first_of(*works: Coroutine[Any, Any, Result]) -> Result:
    """What the first that ends gives, or raises; the others are cancelled."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return next(iter(done)).result()


async def _send(socket: WebSocket, following: Callable[[], Awaitable[str]]) -> _Code:
    while True:
        text = await following()
        try:
            await asyncio.wait_for(socket.send_text(text), STALL_S)
        except TimeoutError:
            return TRY_LATER
        except (WebSocketDisconnect, RuntimeError):
            return None


async def _listen(socket: WebSocket) -> _Code:
    """One that says much is cut off."""
    allowed = Bucket(burst=20, per_s=2)
    try:
        while allowed.take():
            await socket.receive_text()
    except (WebSocketDisconnect, KeyError, RuntimeError):
        return None
    return _TOO_MUCH
