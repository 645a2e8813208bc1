"""What a user has chosen, by key."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from rockettrainer.storage._tables import users
from rockettrainer.storage._training_tables import settings

LOCAL: Final = "local"
"""Account of the one user of a desktop."""


class Settings:
    """Values that JSON can hold, one a key."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Connection]],
        writing: Callable[[], AbstractContextManager[Connection]],
        user_id: int,
    ) -> None:
        self._reading = reading
        self._writing = writing
        self._user_id = user_id

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 (JSON is any of many types)
        """The value, or the default where nothing was chosen."""
        return self.all().get(key, default)

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401 (JSON is any of many types)
        """Chooses a value; None takes the choice back."""
        mine = (settings.c.user_id == self._user_id) & (settings.c.key == key)
        row = {"user_id": self._user_id, "key": key, "value": value}
        with self._writing() as connection:
            connection.execute(delete(settings).where(mine))
            if value is not None:
                connection.execute(insert(settings).values(updated_at=int(time.time()), **row))

    def all(self) -> dict[str, Any]:
        """All that was chosen."""
        query = select(settings.c.key, settings.c.value)
        with self._reading() as connection:
            rows = connection.execute(query.where(settings.c.user_id == self._user_id))
            return {row.key: row.value for row in rows}


def local_user(connection: Connection) -> int:
    """The desktop's own user, who is added at the first start."""
    found = connection.scalar(select(users.c.id).where(users.c.account == LOCAL))
    return _add_local_user(connection) if found is None else found


def _add_local_user(connection: Connection) -> int:
    row = {"account": LOCAL, "name": "", "created_at": int(time.time())}
    added = connection.execute(insert(users).values(row).returning(users.c.id))
    user_id: int = added.scalar_one()
    return user_id
