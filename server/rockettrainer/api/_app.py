"""The app: routes, description, guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.types import ASGIApp

from rockettrainer import __version__
from rockettrainer.api import (
    _app_routes,
    _command_routes,
    _event_routes,
    _import_routes,
    _job_routes,
    _live_routes,
    _people_routes,
    _plugin_routes,
    _progress_routes,
    _replay_routes,
    _view_routes,
)
from rockettrainer.api._failures import handle_failures
from rockettrainer.api._guard import Guard
from rockettrainer.api._pages import FOLDER, Pages, PagesRoute
from rockettrainer.api._problems import Problem, documented
from rockettrainer.api._services import Services
from rockettrainer.api._show_job import message_of

PREFIX: Final = "/api/v1"

_ABOUT: Final = """\
The local server of RocketTrainer. Every request carries `Authorization: Bearer <token>`; a page
gets the token by `POST /api/v1/session` for the code of a one-time link.

Errors are problem details (RFC 9457), `application/problem+json`.

`/api/v1/events` is a WebSocket, opened with the subprotocols `rockettrainer.v1` and
`token.<token>`. It sends JSON objects: `{"type": "hello", "version"}`, `{"type": "job", "job"}`,
`{"type": "match_added" | "match_changed" | "match_deleted", "match_id"}`,
`{"type": "import_progress", "done", "total", "failed"}`, and `{"type": "gap", "missed"}` where a
page did not keep up and should ask for everything anew.

`/api/v1/live` is another, which the overlay's token opens too. It sends a `panel` (the numbers that
are shown), then `state` at most thirty times a second, of which a slow page misses all but the
latest, and `ended` when a session is over. `docs/live.md` describes them.
"""
_EVERYWHERE: Final = documented(400, 401, 403, 413, 422, 429, 500, 503, 507)


def create_app(services: Services, pages: Path = FOLDER) -> ASGIApp:
    """The app behind its guard.

    Args:
        services: What the routes work with.
        pages: Folder of the page's files.
    """
    return Guard(_open_app(services, pages), services.access, services.port)


def describe() -> dict[str, Any]:
    """The API's OpenAPI description, for which nothing has to run."""
    return _routed(FastAPI()).openapi()


def _open_app(services: Services, pages: Path) -> FastAPI:
    app = _routed(FastAPI(lifespan=_lifespan, docs_url=None, redoc_url=None, openapi_url=None))
    app.state.services = services
    app.router.routes.append(PagesRoute("/", Pages(pages)))
    return app


def _routed(app: FastAPI) -> FastAPI:
    handle_failures(app)
    api = APIRouter(prefix=PREFIX, responses=_EVERYWHERE)
    for module in (
        _app_routes,
        _replay_routes,
        _view_routes,
        _people_routes,
        _progress_routes,
        _job_routes,
        _import_routes,
        _event_routes,
        _live_routes,
        _plugin_routes,
        _command_routes,
    ):
        api.include_router(module.router)
    app.include_router(api)
    app.add_api_route(f"{PREFIX}/openapi.json", lambda: _description(app), include_in_schema=False)
    app.openapi = lambda: _description(app)  # type: ignore[method-assign]
    return app


def _description(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        found = get_openapi(
            title="RocketTrainer", version=__version__, description=_ABOUT, routes=app.routes
        )
        schemas = found["components"]["schemas"]
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        shape = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(shape.pop("$defs", {}))
        schemas["Problem"] = shape
        found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
        found["paths"][f"{PREFIX}/session"]["post"]["security"] = []
        app.openapi_schema = found
    return app.openapi_schema


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    services.hub.open()
    await services.live.open()
    if services.stats_api is not None:
        services.stats_api.start()
    forget = services.library.subscribe(lambda news: services.hub.publish(message_of(news)))
    try:
        yield
    finally:
        forget()
        if services.stats_api is not None:
            await services.stats_api.stop()
        await services.live.close()
        services.hub.close()
