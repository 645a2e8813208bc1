"""Bots that play football with cars, better or worse."""

from rockettrainer.sources.simulation._bots._bot import Bot
from rockettrainer.sources.simulation._bots._sight import CarSight, PadSight, Sight, look
from rockettrainer.sources.simulation._bots._traits import Traits, traits_of

__all__ = ["Bot", "CarSight", "PadSight", "Sight", "Traits", "look", "traits_of"]
