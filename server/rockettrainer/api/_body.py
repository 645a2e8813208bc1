"""Bodies of requests, no longer than they may be."""

from starlette.types import Message, Receive, Send


class BodyLimit:
    """Counts a body as it comes, for its announced length need not be true.

    Args:
        receive: Of the request.
        send: Of the request.
        most: Bytes.
    """

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._seen = 0
        self.started = False
        """Whether an answer has begun."""

    @property
    def exceeded(self) -> bool:
        """Whether the body was longer."""
        return self._seen > self._most

    async def receive(self) -> Message:
        """Gives the next part; one too many is the end of it."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.exceeded else message

    async def send(self, message: Message) -> None:
        """Lets an answer pass, unless the request is to be refused."""
        if self.exceeded and not self.started:
            return
        self.started = True
        await self._send(message)
