"""What workers do in tests. Servers never load this module."""

import os
import signal
import time
from pathlib import Path
from typing import Any, NoReturn

from rockettrainer.jobs import JobFailure, Task
from rockettrainer.jobs._limits import lift_memory_limit

READY = False


def prepare() -> None:
    global READY  # noqa: PLW0603
    READY = True


def give_up() -> NoReturn:
    os._exit(3)


def double(args: dict[str, Any], task: Task) -> dict[str, Any]:
    task.progress(0.5, "doubling")
    return {"twice": args["n"] * 2, "pid": os.getpid(), "attempt": task.attempt, "ready": READY}


def nothing(_args: dict[str, Any], _task: Task) -> None:
    return None


def short(args: dict[str, Any], task: Task) -> dict[str, Any]:
    Path(args["pids"], str(os.getpid())).write_text(str(task.job_id))
    time.sleep(args["seconds"])
    return {"key": task.key}


def hang(args: dict[str, Any], _task: Task) -> NoReturn:
    if "pids" in args:
        Path(args["pids"], str(os.getpid())).touch()
    while True:
        time.sleep(60)


def hog(_args: dict[str, Any], _task: Task) -> NoReturn:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def hog_unlimited(_args: dict[str, Any], _task: Task) -> NoReturn:
    """As on systems that limit no process's memory."""
    lift_memory_limit()
    held = []
    while True:
        held.append(b"x" * (16 << 20))
        time.sleep(0.02)


def crash(args: dict[str, Any], _task: Task) -> None:
    os.kill(os.getpid(), signal.Signals[args["signal"]])


def leave(_args: dict[str, Any], _task: Task) -> None:
    os._exit(7)


def raise_error(_args: dict[str, Any], _task: Task) -> NoReturn:
    raise ValueError("the ball is \0 flat")


def refuse(args: dict[str, Any], _task: Task) -> NoReturn:
    raise JobFailure("truncated", "the file ends early", "Copy it again.", retry=args["retry"])


def not_json(args: dict[str, Any], _task: Task) -> object:
    return {
        "nan": {"x": float("nan")},
        "object": {"x": object()},
        "list": [1],
        "long": {"x": "x" * (5 << 20)},
    }[args["what"]]


def babble(_args: dict[str, Any], _task: Task) -> None:
    """Writes into whatever pipe there is, as a worker taken over might."""
    for handle in range(3, 64):
        try:
            os.write(handle, b"\x00\x00\x00\x05\x80\x04N.\n")
        except OSError:
            continue
    time.sleep(60)


def survive_once(args: dict[str, Any], task: Task) -> dict[str, Any]:
    if task.attempt == 1:
        os._exit(1)
    return {"n": args["n"]}
