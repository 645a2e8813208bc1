"""Windows over the game: overlay card, summary, tray."""

__all__: list[str] = []
