"""One call to the service: paced, and made again where that can help."""

import random
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import httpx

from rockettrainer.integrations.ballchasing._body import CutOffError, read_body
from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault
from rockettrainer.integrations.ballchasing._pace import Clock, Endpoint, Pace
from rockettrainer.integrations.ballchasing._verdict import may_pass, refusal

TRIES: Final = 5
"""Of one call; the waits between them add up to some 20 s."""
MAX_JSON_BYTES: Final = 16 * 1024 * 1024
"""A page of 200 replays has about 1 MB."""
_LONG_WAIT_S: Final = 3.0
"""From here on a player wants to know."""
_DICE: Final = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked for."""

    endpoint: Endpoint
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    replay: Path | bytes | None = None
    """To post; without one it is a GET."""
    max_bytes: int = MAX_JSON_BYTES


class Answer(NamedTuple):
    """An answer that is of use."""

    status: int
    content: bytes


class Wire:
    """Sends calls.

    Args:
        http: Knows the token and the address.
        pace: Limits.
        clock: To wait by.
        patience_s: The longest wait; where more is needed, the call fails and says how much.
        on_wait: Told of each long wait beforehand.
    """

    def __init__(
        self,
        http: httpx.Client,
        pace: Pace,
        clock: Clock,
        patience_s: float,
        on_wait: Callable[[float], None] | None,
    ) -> None:
        self._http = http
        self._pace = pace
        self._clock = clock
        self._patience_s = patience_s
        self._on_wait = on_wait

    def send(self, call: Call) -> Answer:
        """Makes a call, up to `TRIES` times.

        Raises:
            BallchasingError: The service refused, or did not answer.
        """
        turn = 0
        while True:
            self._wait(self._pace.delay_s(call.endpoint))
            self._pace.count(call.endpoint)
            outcome = self._attempt(call)
            if isinstance(outcome, Answer):
                return outcome
            turn += 1
            if turn == TRIES:
                raise outcome
            self._wait(self._before_next(call, outcome, turn))

    def _attempt(self, call: Call) -> Answer | BallchasingError:
        """An answer, or a fault that may pass."""
        try:
            return self._exchange(call)
        except httpx.DecodingError:
            raise BallchasingError(Fault.BAD_ANSWER, "the answer is garbled") from None
        except httpx.TimeoutException:
            message = "ballchasing.com takes too long to answer"
        except CutOffError:
            message = "the answer of ballchasing.com is cut off"
        except httpx.TransportError as error:
            message = f"ballchasing.com is out of reach ({type(error).__name__})"
        return BallchasingError(Fault.UNAVAILABLE, message)

    def _exchange(self, call: Call) -> Answer | BallchasingError:
        with ExitStack() as stack:
            response = stack.enter_context(self._open(call, stack))
            content = read_body(response, call.max_bytes, self._clock)
        duplicate = response.status_code == httpx.codes.CONFLICT and call.replay is not None
        if response.is_success or duplicate:
            return Answer(response.status_code, content)
        if fault := may_pass(response):
            return fault
        raise refusal(response, content)

    def _open(self, call: Call, stack: ExitStack) -> AbstractContextManager[httpx.Response]:
        if call.replay is None:
            return self._http.stream("GET", call.path, params=call.params)
        # opened anew for each try, so that each sends it from its start
        body = (
            call.replay
            if isinstance(call.replay, bytes)
            else stack.enter_context(call.replay.open("rb"))
        )
        # the file's own name may tell more than its owner wants
        files = {"file": ("match.replay", body, "binary/octet-stream")}
        return self._http.stream("POST", call.path, params=call.params, files=files)

    def _before_next(self, call: Call, fault: BallchasingError, turn: int) -> float:
        """Seconds to wait: as the service says, else longer each time, and never all together."""
        if fault.retry_after_s is not None:
            return fault.retry_after_s
        step = self._pace.cool_down_s(call.endpoint) if fault.kind is Fault.RATE_LIMITED else 1.0
        return float(step * 2 ** (turn - 1) * (1.0 + 0.5 * _DICE.random()))

    def _wait(self, seconds: float) -> None:
        if seconds <= 0:
            return
        if seconds > self._patience_s:
            message = f"the limit of ballchasing.com is reached for {seconds / 60:.0f} minutes"
            raise BallchasingError(Fault.RATE_LIMITED, message, retry_after_s=seconds)
        if self._on_wait is not None and seconds >= _LONG_WAIT_S:
            self._on_wait(seconds)
        self._clock.sleep(seconds)
