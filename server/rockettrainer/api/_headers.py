"""What every answer tells the browser."""

from typing import Final

from starlette.datastructures import MutableHeaders


def content_policy(port: int) -> str:
    """What a page of ours may load: what this server gives, and nothing else.

    Some browsers do not count the WebSocket of the same address as the same place.
    """
    sockets = f"ws://127.0.0.1:{port} ws://localhost:{port}"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"font-src 'self'; connect-src 'self' {sockets}; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    )


_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def harden(headers: MutableHeaders, policy: str, *, keep: bool) -> None:
    """Adds them.

    Args:
        headers: Of an answer.
        policy: From `content_policy`.
        keep: Whether the browser may keep the answer, where it does not say so itself.
    """
    headers["Content-Security-Policy"] = policy
    for name, value in _ALWAYS.items():
        headers[name] = value
    if not keep:
        headers.setdefault("Cache-Control", "no-store")
