"""Boost by reports: what ballchasing.com makes of the amounts that a replay holds.

A replay reports a car's boost when burning stops, when a pad is taken, and now and then; never
while boost burns. ballchasing takes these reports as they are. Times between two reports of one
car go by the later or the earlier one, means are of reports and not over time, and a pad that
gave less than was burnt since the last report goes unseen.
"""

from rockettrainer.features._accumulator import Record
from rockettrainer.features._geometry import GROUND_UU, forward
from rockettrainer.features._kernel import kernel
from rockettrainer.match import SUPERSONIC_SPEED_UU_S

STEPS = 2.55
"""Steps of the game's scale of boost, 0 to 255, for each percent."""
_FULL = 255.0
_SMALL_PAD = 31.0
"""12 percent in steps, rounded."""
_DELAY_S = 0.25
"""A pickup's boost is reported within some frames."""
_MIDFIELD_UU = 1.0
"""Pads nearer to the halfway line are nobody's."""


@kernel
def add_report(player: Record, amount: float, first: bool, clock_s: float) -> float:
    """Takes in a report of boost.

    Args:
        player: Sums of the player.
        amount: Boost reported, 0 to 255.
        first: Whether it is the first of a car's life.
        clock_s: Seconds of the match so far.

    Returns:
        By how much it rose since the last report, 0 for the first.
    """
    before, since_s = player["amount"], clock_s - player["reported_s"]
    player["reports"] += 1
    player["reports_sum"] += amount
    player["amount"], player["reported_s"] = amount, clock_s
    if first:
        return 0.0
    player["quarters_s"][max(0, min(int(amount / _FULL * 4.0), 3))] += since_s
    if before == 0.0 and amount > 0.0:
        player["zero_s"] += since_s
    if before == _FULL and amount < _FULL:
        player["full_s"] += since_s
    if amount < before:
        player["falls"] += before - amount
    return float(amount - before)


@kernel
def add_use(player: Record, fall: float, speed: float, height: float) -> None:
    """Adds a fall that ends at supersonic speed, which ballchasing counts only on the ground."""
    if speed >= SUPERSONIC_SPEED_UU_S and height <= GROUND_UU:
        player["falls_supersonic"] += fall


@kernel
def remember_pad(player: Record, big: bool, y: float, clock_s: float) -> None:
    """Keeps the pad that a player took; the boost that it gave is reported some frames later."""
    player["pad_big"], player["pad_y"], player["pad_s"] = big, y, clock_s


@kernel
def add_rise(player: Record, rise: float, y: float, clock_s: float) -> None:
    """Adds a rise to the pad that gave it; what did not fit the tank is overfill.

    Args:
        player: Sums of the player.
        rise: By how much the report rose, in steps.
        y: Place of the car along the field, which stands in where no pad is known.
        clock_s: Seconds of the match so far.
    """
    big, pad_y = rise > _SMALL_PAD, y
    if clock_s - player["pad_s"] <= _DELAY_S:
        big, pad_y = player["pad_big"], player["pad_y"]
    stolen = forward(player["team"], pad_y) > _MIDFIELD_UU
    amount, size = player["amount"], 1 if big else 0
    spilt = 0.0
    if amount == _FULL:
        spilt = amount - rise if big else max(0.0, _SMALL_PAD - rise)
    player["rises"][size] += rise
    player["pads"][size] += 1
    player["overfill"] += spilt
    if stolen:
        player["rises_stolen"][size] += rise
        player["pads_stolen"][size] += 1
        player["overfill_stolen"] += spilt
