"""The actors of a game in progress: server, game, teams, players, cars, ball and pads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from . import _schema as schema
from . import _values as values
from ._objects import ObjectTable
from ._stream import NetworkStream
from .dialect import Dialect
from .events import Component, Counter
from .script import Body, MatchScript, Moment, Player

# The game keeps a wreck, hidden, for a while after its driver has a new car.
_WRECK_FRAMES = 2


@dataclass
class Car:
    """A car's actors, and how often each component was switched and boost granted."""

    actor: int
    components: dict[Component, int]
    switched: dict[Component, int] = field(default_factory=lambda: defaultdict(int))
    grants: int = 0


@dataclass
class _Seat:
    player: int
    camera: int | None
    car: Car | None = None
    wrecks: list[Car] = field(default_factory=list)


class Stage:
    """Brings actors into being as a script needs them, and tells them their news."""

    def __init__(self, script: MatchScript, dialect: Dialect) -> None:
        self.dialect = dialect
        self.facts = script.facts
        self.table = ObjectTable()
        self.stream = NetworkStream(dialect, self.table, lan=self.facts.match_type == "Lan")
        self.tallies: dict[tuple[Player, Counter], int] = {}
        self.team_scores = [0, 0]
        # A pad's count is 1 at its first pickup and rises by 2 with each.
        self.pad_counts: dict[int, int] = defaultdict(lambda: -1)
        self.frame = 0
        self._moment = Moment(0.0)
        self._seats: dict[Player, _Seat] = {}
        self._ball: int | None = None
        self._pads: dict[int, int] = {}
        self._due: list[tuple[int, Car]] = []
        self._open_fixtures()

    def enter(self, frame: int, moment: Moment) -> None:
        """Goes on to the next frame."""
        self.frame, self._moment = frame, moment
        for _, car in (wreck for wreck in self._due if wreck[0] <= frame):
            self._close_car(car)
        self._due = [wreck for wreck in self._due if wreck[0] > frame]

    def place(self, moment: Moment) -> None:
        """Reports where ball and cars are."""
        bodies = {self.car(player).actor: body for player, body in moment.cars.items()}
        if moment.ball is not None:
            bodies[self.ball()] = moment.ball
        for actor, body in bodies.items():
            self.tell(actor, "TAGame.RBActor_TA:ReplicatedRBState", values.rigid_body(body))

    def tell(self, actor: int, attribute: str, value: values.Value) -> None:
        """Sets an attribute of any actor."""
        self.stream.change(actor, attribute, value)

    def tell_game(self, attribute: str, value: values.Value) -> None:
        """Sets an attribute of the game event."""
        self.tell(self.game, attribute, value)

    def object_link(self, name: str) -> values.Value:
        """A reference to an object by its name."""
        return values.link(self.table.objects.place(name), to_object=True)

    def ball(self) -> int:
        """The ball."""
        if self._ball is None:
            body = self._moment.ball or Body((0.0, 0.0, 93.0))
            self._ball = self.stream.open(self.facts.ball, "Ball_TA_1", body.position)
            self.tell(self._ball, "TAGame.Ball_TA:GameEvent", values.link(self.game))
        return self._ball

    def pad(self, index: int) -> int:
        """A boost pad; the game does not mention it before its first pickup."""
        if index not in self._pads:
            name = f"VehiclePickup_Boost_TA_{index}"
            archetype = f"{self.facts.map_code}.TheWorld:PersistentLevel.{name}"
            self._pads[index] = self.stream.open(archetype, name)
            self.tell(self._pads[index], "Engine.Actor:RemoteRole", values.number(2, 11))
        return self._pads[index]

    def player(self, player: Player, *, spectator: bool = False) -> int:
        """A player's own actor."""
        if player not in self._seats:
            self._seats[player] = self._seat(player, spectator=spectator)
        return self._seats[player].player

    def camera(self, player: Player) -> int:
        """A player's camera."""
        self.player(player)
        camera = self._seats[player].camera
        if camera is None:
            raise ValueError(f"{player.name} has no camera")
        return camera

    def car(self, player: Player) -> Car:
        """A player's car."""
        driver = self.player(player)
        seat = self._seats[player]
        if seat.car is None:
            seat.car = self._open_car(player, driver)
            self._due += [(self.frame + _WRECK_FRAMES, wreck) for wreck in seat.wrecks]
            seat.wrecks = []
        return seat.car

    def wreck(self, player: Player) -> int:
        """Takes a player's car away, and gives the wreck it leaves."""
        car = self.car(player)
        self._seats[player].car = None
        self._seats[player].wrecks.append(car)
        self.tell(car.actor, "Engine.Actor:bHidden", values.YES)
        self.tell(car.actor, "Engine.Pawn:PlayerReplicationInfo", values.link(values.NO_ACTOR))
        return car.actor

    def leave(self, player: Player) -> None:
        """Takes a player and everything of theirs away."""
        seat = self._seats.pop(player)
        for car in [*seat.wrecks, *filter(None, [seat.car])]:
            self._close_car(car)
        for actor in filter(None, [seat.camera, seat.player]):
            self.stream.close(actor)

    def _open_fixtures(self) -> None:
        facts, stream = self.facts, self.stream
        server = stream.open(schema.SERVER, "GRI_TA_1")
        archetype = schema.PRIVATE_GAME if facts.mutators else schema.GAME
        self.game = stream.open(archetype, "GameEvent_Soccar_TA_1")
        self.teams = [
            stream.open(team, f"Team_Soccar_TA_{n}") for n, team in enumerate(schema.TEAMS)
        ]
        for attribute, value in _server_attributes(self).items():
            self.tell(server, attribute, value)
        for attribute, value in _game_attributes(self).items():
            self.tell_game(attribute, value)

    def _seat(self, player: Player, *, spectator: bool) -> _Seat:
        actor = self.stream.open(schema.PLAYER, f"PRI_TA_{len(self._seats)}")
        camera = None
        if player.camera is not None:
            camera = self.stream.open(schema.CAMERA, f"CameraSettingsActor_TA_{len(self._seats)}")
            self.tell(camera, "TAGame.CameraSettingsActor_TA:PRI", values.link(actor))
            profile = values.camera(player.camera)
            self.tell(camera, "TAGame.CameraSettingsActor_TA:ProfileSettings", profile)
        for attribute, value in self._player_attributes(player, spectator=spectator).items():
            self.tell(actor, attribute, value)
        return _Seat(actor, camera)

    def _player_attributes(self, player: Player, *, spectator: bool) -> dict[str, values.Value]:
        news = {"Engine.PlayerReplicationInfo:PlayerName": values.text(player.name)}
        if player.account is not None:
            news["Engine.PlayerReplicationInfo:UniqueId"] = values.account(player.account)
        else:
            news["Engine.PlayerReplicationInfo:bBot"] = values.YES
        if spectator:
            news["Engine.PlayerReplicationInfo:bIsSpectator"] = values.YES
        else:
            team = values.link(self.teams[player.team])
            news["Engine.PlayerReplicationInfo:Team"] = team
        news["TAGame.PRI_TA:ClientLoadouts"] = values.loadouts(player.car_body)
        if player.steering_sensitivity is not None:
            sensitivity = values.real(player.steering_sensitivity)
            news["TAGame.PRI_TA:SteeringSensitivity"] = sensitivity
        for (whose, counter), value in self.tallies.items():
            if whose == player:
                news[f"TAGame.PRI_TA:{counter}"] = values.number(value)
        return news

    def _open_car(self, player: Player, driver: int) -> Car:
        body = self._moment.cars.get(player)
        place = body.position if body else (0.0, 0.0, 0.0)
        actor = self.stream.open(schema.CAR, f"Car_TA_{driver}", place)
        self.tell(actor, "Engine.Pawn:PlayerReplicationInfo", values.link(driver))
        self.tell(actor, "TAGame.Car_TA:DodgesRefreshedCounter", values.number(0))
        components = {}
        for part in Component:
            name = f"CarComponent_{part}_TA_{driver}"
            components[part] = self.stream.open(schema.COMPONENT + part, name, place)
            self.tell(components[part], "TAGame.CarComponent_TA:Vehicle", values.link(actor))
        return Car(actor, components)

    def _close_car(self, car: Car) -> None:
        for actor in (*car.components.values(), car.actor):
            self.stream.close(actor)


def _server_attributes(stage: Stage) -> dict[str, values.Value]:
    facts = stage.facts
    return {
        "Engine.GameReplicationInfo:ServerName": values.text(facts.server_name),
        "ProjectX.GRI_X:ReplicatedServerRegion": values.text(facts.server_region),
        "ProjectX.GRI_X:ReplicatedGamePlaylist": values.number(facts.playlist),
        "ProjectX.GRI_X:MatchGUID": values.text(facts.match_guid),
        "ProjectX.GRI_X:bGameStarted": values.YES,
    }


def _game_attributes(stage: Stage) -> dict[str, values.Value]:
    facts = stage.facts
    news = {
        "TAGame.GameEvent_TA:MatchTypeClass": stage.object_link(facts.match_class),
        "TAGame.GameEvent_Team_TA:MaxTeamSize": values.number(facts.team_size),
    }
    if facts.start_epoch is not None:
        news["TAGame.GameEvent_TA:MatchStartEpoch"] = values.number(facts.start_epoch, 64)
    if facts.mutators:
        settings = values.match_settings(facts.mutators)
        news["TAGame.GameEvent_SoccarPrivate_TA:MatchSettings"] = settings
    return news
