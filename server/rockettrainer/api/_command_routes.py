"""What the game is asked to do."""

from typing import Final

from fastapi import APIRouter, Response

from rockettrainer.api._live_models import Notice, PackState, PackWanted
from rockettrainer.api._problems import ProblemError, documented
from rockettrainer.api._services import Ours
from rockettrainer.live import CommandError, PackOrder, Refusal

router = APIRouter(prefix="/game", tags=["game"])

_STATUS: Final = {
    Refusal.BAD_CODE: 422,
    Refusal.ONLINE_MATCH: 409,
    Refusal.NO_PLUGIN: 409,
    Refusal.TOO_OFTEN: 429,
}


@router.post("/training-pack", status_code=202, responses=documented(409))
async def load(services: Ours, wanted: PackWanted) -> PackState:
    """Load a training pack; without a plugin it waits for your next training."""
    live = services.live
    try:
        return _shown(live.commands.load(wanted.code, wanted.title, online=live.is_online))
    except CommandError as error:
        raise _problem(error) from error


@router.get("/training-pack", responses=documented(404))
async def pack(services: Ours) -> PackState:
    """Show what has become of the training pack that was asked for last."""
    order = services.live.commands.pack
    if order is None:
        raise ProblemError(404, "no training pack was asked for", kind="no-pack")
    return _shown(order)


@router.delete("/training-pack", status_code=204, responses=documented(404))
async def forget(services: Ours) -> Response:
    """Give up the training pack that waits."""
    if not services.live.commands.forget():
        raise ProblemError(404, "no training pack was asked for", kind="no-pack")
    return Response(status_code=204)


@router.post("/toast", status_code=204, responses=documented(409))
async def toast(services: Ours, notice: Notice) -> Response:
    """Show a notice in the game."""
    live = services.live
    try:
        live.commands.notice(notice.title, notice.text, notice.seconds, online=live.is_online)
    except CommandError as error:
        raise _problem(error) from error
    return Response(status_code=204)


def _shown(order: PackOrder) -> PackState:
    return PackState(
        code=order.code, title=order.title, status=order.status.value, reason=order.reason
    )


def _problem(error: CommandError) -> ProblemError:
    return ProblemError(_STATUS[error.kind], error.message, kind=error.kind, hint=error.hint)
