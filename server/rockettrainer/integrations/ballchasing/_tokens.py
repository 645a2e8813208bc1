"""The account's token: in the system's keyring, or in the environment for as long as that lasts."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from keyring import get_keyring
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from rockettrainer.integrations.ballchasing._errors import BallchasingError, Fault

TOKEN_VARIABLE: Final = "ROCKETTRAINER_BALLCHASING_TOKEN"  # noqa: S105 (a variable's name)
"""An environment variable that holds the token; it goes before the keyring and is never saved."""

_SERVICE: Final = "rockettrainer"
_NAME: Final = "ballchasing"
_TOKEN: Final = re.compile(r"[!-~]{8,256}")
_SAFE: Final = frozenset(
    (
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    )
)
"""Keyrings that the system guards. Others, which may keep passwords as plain text, are not used."""
_CHAIN: Final = "keyring.backends.chainer.ChainerBackend"


def save_token(token: str) -> None:
    """Puts the token into the system's keyring.

    Raises:
        BallchasingError: It cannot be a token, or there is no safe keyring.
    """
    token = checked_token(token)
    ring = _keyring()
    with _explained():
        ring.set_password(_SERVICE, _NAME, token)


def load_token() -> str:
    """The token from the environment, else from the keyring.

    Raises:
        BallchasingError: There is none (`Fault.NO_TOKEN`), or no safe keyring.
    """
    if given := os.environ.get(TOKEN_VARIABLE):
        return checked_token(given)
    ring = _keyring()
    with _explained():
        token = ring.get_password(_SERVICE, _NAME)
    if not token:
        raise BallchasingError(Fault.NO_TOKEN, "no token of ballchasing.com is saved")
    return checked_token(token)


def forget_token() -> bool:
    """Takes the token out of the keyring.

    Returns:
        Whether there was one.

    Raises:
        BallchasingError: There is no safe keyring.
    """
    ring = _keyring()
    with _explained():
        try:
            ring.delete_password(_SERVICE, _NAME)
        except PasswordDeleteError:
            return False
    return True


def checked_token(token: str) -> str:
    """A token without space around it.

    Raises:
        BallchasingError: It cannot be one.
    """
    token = token.strip()
    if not _TOKEN.fullmatch(token):
        raise BallchasingError(Fault.BAD_TOKEN, "this cannot be a token of ballchasing.com")
    return token


def _keyring() -> KeyringBackend:
    with _explained():
        found = get_keyring()
        rings = getattr(found, "backends", ()) if _kind(found) == _CHAIN else (found,)
        safe = [ring for ring in rings if _kind(ring) in _SAFE]
    if not safe:
        raise _no_keyring("this system has no keyring that guards a token")
    return safe[0]


def _kind(ring: KeyringBackend) -> str:
    return f"{type(ring).__module__}.{type(ring).__qualname__}"


@contextmanager
def _explained() -> Iterator[None]:
    """Keyrings raise errors of their own, and those of the libraries below them."""
    try:
        yield
    except Exception as error:
        # not what they say, for some put the whole call into it
        raise _no_keyring(f"the system's keyring fails ({type(error).__name__})") from None


def _no_keyring(message: str) -> BallchasingError:
    hint = (
        "Unlock or set up the keyring (on Linux GNOME Keyring or KWallet), "
        f"or set the environment variable {TOKEN_VARIABLE}; it is not saved."
    )
    return BallchasingError(Fault.NO_KEYRING, message, hint)
