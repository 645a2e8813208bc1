"""The server of this machine: REST and WebSocket API, and the page, behind a guard."""

from rockettrainer.api._access import Access
from rockettrainer.api._app import create_app, describe
from rockettrainer.api._serve import NotRunning, other_link, serve
from rockettrainer.api._services import Services

__all__ = [
    "Access",
    "NotRunning",
    "Services",
    "create_app",
    "describe",
    "other_link",
    "serve",
]
