"""The program itself: facts, session, settings."""

from math import isinf
from pathlib import Path

from fastapi import APIRouter

from rockettrainer import __version__
from rockettrainer.api._access import CODE_S
from rockettrainer.api._import_routes import token_state
from rockettrainer.api._models import (
    AppSettings,
    Code,
    Info,
    Link,
    MetricInfo,
    NewSettings,
    StoreInfo,
    Token,
)
from rockettrainer.api._people_routes import me_of
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours, Services
from rockettrainer.features import METRICS, Metric
from rockettrainer.library import room_of
from rockettrainer.storage import (
    DEFAULT_BUDGET,
    FRAMES_BUDGET,
    REPLAY_BUDGET,
    analyser_version,
)

router = APIRouter(tags=["app"])


@router.post("/session", responses=documented(403))
def session(services: Ours, code: Code) -> Token:
    """Exchange the code of a one-time link for the token. It works once, for two minutes."""
    token = services.access.redeem(code.code)
    if token is None:
        hint = "Run rockettrainer link, and open what it prints."
        raise ProblemError(403, "the link was used or is too old", kind="code-void", hint=hint)
    return Token(token=token)


@router.post("/session/link")
def link(services: Ours) -> Link:
    """Make another one-time link."""
    return Link(url=services.link(), expires_s=CODE_S)


@router.get("/info")
def info(services: Ours) -> Info:
    """Show version, size of the store, folders, and who you are."""
    store = services.library.store
    room = room_of(store)
    return Info(
        version=__version__,
        analyser=analyser_version(),
        home=str(services.library.home),
        store=StoreInfo(
            matches=store.count(),
            replays_bytes=room.replays_bytes,
            frames_bytes=room.frames_bytes,
        ),
        replay_folders=[str(folder) for folder in services.folders()],
        watching=services.watcher is not None and bool(services.watcher.folders),
        me=me_of(services),
    )


@router.get("/metrics")
def metrics() -> list[MetricInfo]:
    """List every metric: name, unit, range, meaning."""
    return [_metric(metric) for metric in METRICS]


@router.get("/settings")
def settings(services: Ours) -> AppSettings:
    """Show what you have chosen."""
    return _settings(services)


@router.put("/settings", responses=documented(409))
def choose(services: Ours, wanted: NewSettings) -> AppSettings:
    """Choose anew; what is left out stays."""
    if wanted.watched_folders is not None:
        try:
            services.folders.watch_also([Path(name) for name in wanted.watched_folders])
        except (OSError, ValueError) as error:
            hint = "Write whole paths of folders that are there."
            raise ProblemError(
                409, "one of these folders is not there", kind="no-folder", hint=hint
            ) from error
    budgets = {
        REPLAY_BUDGET: wanted.replay_budget_bytes,
        FRAMES_BUDGET: wanted.frames_budget_bytes,
    }
    chosen = {key: value for key, value in budgets.items() if value is not None}
    for key, value in chosen.items():
        services.library.store.settings.put(key, value)
    if chosen:
        services.library.store.keep_within_budget()
    return _settings(services)


def _settings(services: Services) -> AppSettings:
    chosen = services.library.store.settings.all()
    token, trouble = token_state()
    return AppSettings(
        replay_budget_bytes=chosen.get(REPLAY_BUDGET, DEFAULT_BUDGET),
        frames_budget_bytes=chosen.get(FRAMES_BUDGET, DEFAULT_BUDGET),
        game_folders=[str(folder) for folder in services.folders.own],
        watched_folders=list(services.folders.also),
        ballchasing_token=token,
        ballchasing_trouble=trouble,
    )


def _metric(metric: Metric) -> MetricInfo:
    return MetricInfo(
        key=metric.key,
        name=metric.name,
        family=metric.family,
        skill=metric.skill,
        unit=metric.unit,
        low=metric.low,
        high=None if isinf(metric.high) else metric.high,
        better=metric.better.value,
        definition=metric.definition,
        source=metric.source,
        team=metric.team,
        ballchasing=metric.ballchasing,
    )
