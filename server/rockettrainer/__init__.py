"""RocketTrainer: measures how you play Rocket League, and says what to train."""

__all__ = ["__version__"]

__version__ = "0.1.0"
