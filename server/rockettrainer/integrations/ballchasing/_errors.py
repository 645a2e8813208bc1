"""What can go wrong with the service, for a person and for a program."""

from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """The kind of a `BallchasingError`: a word that programs can rely on."""

    UNAUTHORISED = "unauthorised"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    RATE_LIMITED = "rate_limited"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    BAD_ANSWER = "bad_answer"
    TOO_LARGE = "too_large"
    NOT_A_REPLAY = "not_a_replay"
    BAD_REFERENCE = "bad_reference"
    BAD_TOKEN = "bad_token"  # noqa: S105 (the name of a fault)
    NO_TOKEN = "no_token"  # noqa: S105 (the name of a fault)
    NO_KEYRING = "no_keyring"


_HINTS: Final = {
    Fault.UNAUTHORISED: "Make a token at ballchasing.com/upload, then save it: "
    "rockettrainer ballchasing token set",
    Fault.FORBIDDEN: "It belongs to somebody else; ask its owner to share it.",
    Fault.NOT_FOUND: "Check the id or link; private replays are shown to their owner only.",
    Fault.RATE_LIMITED: "Try again within the hour; what was done so far stays done.",
    Fault.REFUSED: "Check what was asked for.",
    Fault.UNAVAILABLE: "Check the internet connection, or try again in a few minutes.",
    Fault.BAD_ANSWER: "Try again later; if it stays, update RocketTrainer.",
    Fault.TOO_LARGE: "A replay has some megabytes; check that it is the right one.",
    Fault.NOT_A_REPLAY: "Only files that the game saved are sent; check the path.",
    Fault.BAD_REFERENCE: "Give a replay's id, a link to a replay, group or player, group:ID, "
    "or a player as steam:76561190000000000.",
    Fault.BAD_TOKEN: "Copy the token alone, as ballchasing.com/upload shows it.",
    Fault.NO_TOKEN: "Make a token at ballchasing.com/upload, then save it: "
    "rockettrainer ballchasing token set",
}


class BallchasingError(Exception):
    """The service, or we, cannot do what was asked."""

    def __init__(
        self,
        kind: Fault,
        message: str,
        hint: str | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        # all arguments, so that it survives the way from one process to another
        super().__init__(kind, message, hint, retry_after_s)
        self.kind = kind
        self.message = message
        self.hint = hint or _HINTS[kind]
        """What to do."""
        self.retry_after_s = retry_after_s
        """Seconds until it may work, where that is known."""

    def __str__(self) -> str:
        return self.message
