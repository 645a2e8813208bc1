"""ballchasing.com: its shape of an analysed replay."""

from rockettrainer.integrations.ballchasing._shape import metric_for, replay_json

__all__ = ["metric_for", "replay_json"]
