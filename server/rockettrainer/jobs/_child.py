"""The life of a worker process."""

import os
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, cast

from rockettrainer.jobs._job import Fault, JobFailure, checked
from rockettrainer.jobs._limits import lift_memory_limit, limit_memory, submit
from rockettrainer.jobs._wire import Order, Receiver, Report, Sender, receive, send

_PROGRESS_S: Final = 0.1
_DETAIL_CHARACTERS: Final = 4000
"""The end of a trace is what tells."""


def serve(orders: Receiver, reports: Sender, parent: int, prepare: Sequence[str]) -> None:
    """Does one job after the other until the server hangs up.

    Args:
        orders: From the server.
        reports: To the server.
        parent: Process id of the server.
        prepare: Modules to load or functions (``module:function``) to call beforehand.
    """
    submit(parent)
    inbox: SimpleQueue[Order] = SimpleQueue()
    Thread(target=_read, args=(orders, inbox), daemon=True).start()
    _prepare(prepare)
    _report(reports, {"type": "ready"})
    while True:
        order = inbox.get()
        limit_memory(order["memory_bytes"])
        report = _done(order, reports)
        lift_memory_limit()
        _report(reports, report)


def _read(orders: Receiver, inbox: SimpleQueue[Order]) -> None:
    """Ends the process, whatever it does, once there is nobody to do it for."""
    while True:
        try:
            inbox.put(cast("Order", receive(orders)))
        except (EOFError, OSError):
            os._exit(0)


def _prepare(names: Sequence[str]) -> None:
    for name in names:
        try:
            target = _load(name)
            if callable(target):
                target()
        except Exception:  # a job that needs it will say what is wrong
            traceback.print_exc(file=sys.stderr)


def _load(name: str) -> Any:  # noqa: ANN401 (whatever has that name)
    module, _, function = name.partition(":")
    loaded = import_module(module)
    return getattr(loaded, function) if function else loaded


def _done(order: Order, reports: Sender) -> Report:
    task = _Task(reports, order["job_id"], order["key"], order["attempt"])
    try:
        result = _load(order["function"])(order["args"], task)
    except JobFailure as failure:
        error = failure.error
        told: Report = {"kind": error.kind, "message": error.message, "hint": error.hint}
        return {**told, "type": "failed", "detail": _where(), "retry": failure.retry}
    except MemoryError:
        lift_memory_limit()  # to say so takes some as well
        return _failed(Fault.MEMORY, "the job needed more memory than it may have")
    except BaseException as error:  # the server decides, whatever it is
        return _failed(Fault.ERROR, f"{type(error).__name__}: {error}")
    try:
        return {"type": "done", "result": checked(result, "the result")}
    except (TypeError, ValueError, RecursionError) as error:
        return _failed(Fault.RESULT, f"the result is no plain JSON: {error}")


def _failed(kind: Fault, message: str) -> Report:
    told: Report = {"type": "failed", "kind": kind, "message": message}
    return {**told, "detail": _where(), "retry": True}


def _where() -> str:
    return traceback.format_exc()[-_DETAIL_CHARACTERS:]


def _report(reports: Sender, report: Report) -> None:
    try:
        send(reports, report)
    except OSError:
        os._exit(0)


@dataclass(slots=True)
class _Task:
    reports: Sender
    job_id: int
    key: str
    attempt: int
    _next_s: float = field(default=0.0)

    def progress(self, fraction: float, message: str = "") -> None:
        if time.monotonic() < self._next_s:
            return
        self._next_s = time.monotonic() + _PROGRESS_S
        within = min(max(float(fraction), 0.0), 1.0)
        _report(self.reports, {"type": "progress", "fraction": within, "message": message})
