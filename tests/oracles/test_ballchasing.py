"""Our figures against those of ballchasing.com, over every game that both have measured.

Each field has to come as close as the table of tolerances in `scripts.oracles` says, and no field
may lie farther from the truth than subtr-actor's, where that is installed. Where we count a thing
in another way than the site and hold ours right, it is the metric that counts the site's way that
is compared.
"""

from collections.abc import Mapping

import pytest

from scripts.oracles import FOLDER, INSTALLED, FieldError, compare, games

GAMES = games()
PLACES = dict.fromkeys(
    f"team.{place}" if subject.is_team else place
    for game in GAMES
    for subject in sorted(game.subjects, key=lambda subject: subject.is_team)
    for place in subject.values
)

if not GAMES:
    reason = f"no games in {FOLDER}; set ROCKETTRAINER_REPLAYS to a folder beside it"
    pytest.skip(reason, allow_module_level=True)

Errors = Mapping[str, FieldError]


@pytest.fixture(scope="module")
def errors() -> Errors:
    return {error.place: error for error in compare()}


def test_every_player_is_found(errors: Errors) -> None:
    assert errors["core.goals"].n == sum(len(game.players) for game in GAMES)
    assert errors["core.goals"].complete


@pytest.mark.parametrize("place", PLACES)
def test_the_field_is_as_close_as_it_must_be(place: str, errors: Errors) -> None:
    error = errors[place]
    assert error.complete, f"{error.n} values, of ours {error.their_way}"
    assert error.within_tolerance, f"allowed {error.tolerance}, found {error.their_way}"


@pytest.mark.skipif(not INSTALLED, reason="subtr-actor is absent (dependency group oracles)")
@pytest.mark.parametrize("place", PLACES)
def test_the_field_is_no_farther_from_the_truth_than_subtr_actors(
    place: str, errors: Errors
) -> None:
    error = errors[place]
    assert error.no_worse_than_subtr, f"ours {error.their_way}, subtr-actor's {error.subtr}"
