"""All metrics that are counted ballchasing's way."""

from rockettrainer.features.ballchasing._boost_metrics import BOOST
from rockettrainer.features.ballchasing._movement_metrics import MOVEMENT
from rockettrainer.features.ballchasing._positioning_metrics import POSITIONING

METRICS = (*BOOST, *MOVEMENT, *POSITIONING)
