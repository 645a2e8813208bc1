from collections.abc import Iterator

import pytest

from rockettrainer.integrations.ballchasing import Client
from tests.integrations.ballchasing_fake import TOKEN, FakeBallchasing, VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def service(clock: VirtualClock) -> FakeBallchasing:
    return FakeBallchasing(clock)


@pytest.fixture
def client(service: FakeBallchasing) -> Iterator[Client]:
    with Client(TOKEN, transport=service.transport(), clock=service.clock) as client:
        yield client
