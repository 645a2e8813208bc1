"""What the slots of a pool share."""

from collections.abc import Mapping
from dataclasses import dataclass

from rockettrainer.jobs._event import JobEvent, Listeners
from rockettrainer.jobs._guard import Guard
from rockettrainer.jobs._handler import Handler
from rockettrainer.jobs._keeper import Keeper
from rockettrainer.jobs._port import JobQueue


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """How a pool works."""

    workers: int | None = None
    """Processes at most; None for one fewer than there are processors, which the game needs."""
    warm: int = 1
    """Workers that are kept ready when there is nothing to do; the others come when needed."""
    prepare: tuple[str, ...] = ()
    """Modules that workers load, or functions (``module:function``) that they call, at first."""
    lease_s: float = 15.0
    """A job whose server does not answer for so long goes to another one; a server that is seen to
    be dead on the same machine is not waited for."""
    recycle_after: int = 50
    """Jobs after which a worker is replaced, so that nothing it leaks adds up."""
    idle_s: float = 30.0
    """A worker without work for so long ends, unless it is one of the warm."""
    poll_s: float = 0.5
    """Between looks for work that nobody announced."""


@dataclass(frozen=True, slots=True)
class Shop:
    """The queue, and who looks after the workers."""

    queue: JobQueue
    handlers: Mapping[str, Handler]
    settings: PoolSettings
    listeners: Listeners[JobEvent]
    guard: Guard
    keeper: Keeper
