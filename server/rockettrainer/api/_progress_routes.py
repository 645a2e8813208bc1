"""Trends."""

from typing import Annotated

from fastapi import APIRouter, Query

from rockettrainer.api._models import Progress, ProgressPoint
from rockettrainer.api._moments import local_time
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.api._show_match import outcome
from rockettrainer.features import METRICS
from rockettrainer.library import results_of

router = APIRouter(prefix="/analytics", tags=["analytics"])

WINDOW = 10
_KEYS = frozenset(metric.key for metric in METRICS)


@router.get("/progress", responses=documented(404))
def progress(
    services: Ours,
    metric: Annotated[
        str, Query(max_length=100, description="A metric's key.", examples=[METRICS[0].key])
    ],
    last: Annotated[int, Query(ge=1, le=500, description="Matches.")] = 50,
    playlist: Annotated[str | None, Query(max_length=200, description="A playlist's key.")] = None,
) -> Progress:
    """Show a metric over your last matches that have a value of it."""
    if metric not in _KEYS:
        raise ProblemError(404, "there is no such metric", kind="no-metric")
    store = services.library.store
    playlists = (playlist,) if playlist else ()
    trend = store.trend(metric, None, last, playlists=playlists, window=WINDOW)
    ids = trend.match_ids.tolist()
    results = results_of(store, store.me(), ids)
    rows = zip(ids, trend.played_at.tolist(), trend.values.tolist(), strict=True)
    return Progress(
        metric=metric,
        points=[
            ProgressPoint(
                match_id=match_id,
                date=local_time(moment),
                value=value,
                result=outcome(results.get(match_id)),
            )
            for match_id, moment, value in rows
        ],
        rolling_median=trend.medians.tolist(),
        window=WINDOW,
    )
