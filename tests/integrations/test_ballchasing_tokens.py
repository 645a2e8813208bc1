import sys
from collections.abc import Iterator
from types import ModuleType

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from rockettrainer.integrations.ballchasing import (
    TOKEN_VARIABLE,
    BallchasingError,
    Client,
    Fault,
    forget_token,
    load_token,
    save_token,
)
from tests.integrations.ballchasing_fake import TOKEN


class Ring(KeyringBackend):
    """A keyring in memory, under the name of another."""

    priority = -1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("none")
        del self.kept[service, username]


def named(name: str, base: type[Ring] = Ring) -> Ring:
    module, _, kind = name.rpartition(".")
    copy = type(kind, (base,), {"__module__": module, "__qualname__": kind})
    ring = copy()
    assert isinstance(ring, Ring)
    return ring


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


SAFE = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)


@pytest.mark.parametrize("name", SAFE)
def test_kept_in_a_keyring_of_the_system(name: str) -> None:
    ring = named(name)
    keyring.set_keyring(ring)
    save_token(f" {TOKEN}\n")
    assert ring.kept == {("rockettrainer", "ballchasing"): TOKEN}
    assert load_token() == TOKEN
    assert forget_token()
    assert not forget_token()
    with pytest.raises(BallchasingError) as caught:
        load_token()
    assert caught.value.kind is Fault.NO_TOKEN


UNSAFE = (
    "keyrings.alt.file.PlaintextKeyring",
    "keyrings.alt.file.EncryptedKeyring",
    "keyrings.alt.Windows.RegistryKeyring",
    "keyring.backends.null.Keyring",
    "somebody.backends.Windows.WinVaultKeyring",
)


@pytest.mark.parametrize("name", UNSAFE)
def test_never_in_another(name: str) -> None:
    ring = named(name)
    keyring.set_keyring(ring)
    for act in (lambda: save_token(TOKEN), load_token, forget_token):
        with pytest.raises(BallchasingError) as caught:
            act()
        assert caught.value.kind is Fault.NO_KEYRING
        assert TOKEN_VARIABLE in caught.value.hint
    assert ring.kept == {}


@pytest.mark.parametrize("ring", [fail.Keyring, null.Keyring])
def test_a_system_without_one_says_what_to_do(ring: type[KeyringBackend]) -> None:
    keyring.set_keyring(ring())
    with pytest.raises(BallchasingError) as caught:
        load_token()
    assert caught.value.kind is Fault.NO_KEYRING


def test_of_a_chain_only_safe_links(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, safe = named(UNSAFE[0]), named(SAFE[2])
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, safe])
    keyring.set_keyring(chainer.ChainerBackend())  # type: ignore[no-untyped-call]
    save_token(TOKEN)
    assert load_token() == TOKEN
    assert (plain.kept, len(safe.kept)) == ({}, 1)
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain])
    with pytest.raises(BallchasingError):
        save_token(TOKEN)


def test_the_environment_goes_first_and_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = named(SAFE[0])
    keyring.set_keyring(ring)
    save_token("the-one-in-the-keyring")
    monkeypatch.setenv(TOKEN_VARIABLE, f"{TOKEN}\n")
    assert load_token() == TOKEN
    assert TOKEN not in ring.kept.values()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    assert load_token() == TOKEN


class Locked(Ring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"no {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"cannot keep {service} {username} {password}")


def test_a_keyring_that_fails_tells_nothing() -> None:
    keyring.set_keyring(named(SAFE[2], Locked))
    with pytest.raises(BallchasingError, match="KeyringLocked"):
        load_token()
    with pytest.raises(BallchasingError, match="OSError") as caught:
        save_token(TOKEN)
    assert TOKEN not in f"{caught.value!r} {caught.value.hint}"
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "text", ["", "short", f"Bearer {TOKEN}", f"{TOKEN}\nx", "ü" * 20, "x" * 300]
)
def test_what_cannot_be_a_token(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for act in (save_token, Client):
        with pytest.raises(BallchasingError) as caught:
            act(text)
        assert caught.value.kind is Fault.BAD_TOKEN
        assert not text or text not in f"{caught.value!r}{caught.value.hint}"
    if text:
        monkeypatch.setenv(TOKEN_VARIABLE, text)
        with pytest.raises(BallchasingError):
            load_token()


def test_a_plain_keyring_that_is_installed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("keyrings_plain")
    kind = named("keyrings_plain.PlaintextKeyring").__class__
    kind.priority = 9.0
    module.PlaintextKeyring = kind  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyrings_plain", module)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings_plain.PlaintextKeyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert type(keyring.get_keyring()).__name__ == "PlaintextKeyring"
    with pytest.raises(BallchasingError) as caught:
        save_token(TOKEN)
    assert caught.value.kind is Fault.NO_KEYRING
