"""The ``rockettrainer`` command."""

from rockettrainer.cli._app import main

__all__ = ["main"]
