"""What the card says of a session."""

import pytest

from rockettrainer.live import Session, Source
from rockettrainer.live._numbers import Usual
from rockettrainer.live._show import Card
from rockettrainer.match import Phase, Player, Team, Visible

USUAL = Usual({"boost_zero_percent": 20.0}, {}, {})
HZ = 10
STATES = 30
"""A second of them."""


def played(seconds: int) -> Session:
    """A session of somebody whose tank is empty."""
    session = Session("a", Source.PLUGIN, Visible.LIVE, keep=False)
    recorder = session.recorder
    who = Player(id="steam:1", platform="steam", platform_id="1", name="Ann", team=Team.BLUE)
    session.me = recorder.seat(who)
    for step in range(seconds * HZ + 1):
        frames, row = recorder.frames, recorder.row
        frames.time_s[row], frames.phase[row] = step / HZ, Phase.ACTIVE
        frames.position[row, 0], frames.boost[row, 0] = (0.0, 0.0, 17.0), 0.0
        session.commit()
    return session


@pytest.mark.parametrize(("seconds", "advised"), [(30, False), (90, True)])
def test_advice_comes_after_a_minute_of_play(seconds: int, advised: bool) -> None:
    card = Card(played(seconds), ())
    card.usual = USUAL
    said = [card.state(n).advice for n in range(STATES)]
    assert (said[-1] is not None) == advised
    if said[-1] is not None:
        assert said[-1].text.startswith("Empty tank 100 % of the time, usually 20 %")


def test_advice_is_of_who_is_the_user_now() -> None:
    session = played(90)
    card = Card(session, ())
    card.usual = USUAL
    session.me = -1
    assert [card.state(n).advice for n in range(STATES)] == [None] * STATES
