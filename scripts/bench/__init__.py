"""How long we take, beside what others take for the same replays in the same run."""
