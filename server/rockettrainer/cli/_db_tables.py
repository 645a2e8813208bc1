"""Tables of the database, as numbers and as text."""

import csv
import io
import json
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from math import isnan
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from rockettrainer.storage import StoreError, Trouble

Row = dict[str, Any]

_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def describe(home: Path, path: Path) -> str:
    """A few lines: versions, sizes, rows of each table."""
    with _opened(path) as database:
        version = next(database.query("SELECT version_num FROM alembic_version"))["version_num"]
        counts = [(name, database[name].count) for name in sorted(database.table_names())]
    lines = [
        f"database   {path}",
        f"schema     {version}",
        f"size       {_megabytes([path])}",
        f"frames     {_megabytes((home / 'frames').glob('*/*.parquet'))}",
        f"replays    {_megabytes((home / 'replays').glob('*/*.zst'))}",
        "",
    ]
    ours = [row for row in counts if not row[0].startswith(("alembic_", "sqlite_"))]
    return "\n".join([*lines, *(f"{name:<20}{count:>10,}" for name, count in ours)])


def exported(path: Path, table: str, form: str, *, sql: bool) -> Iterator[str]:
    """The rows of a table or of a query, as text in pieces.

    Args:
        path: The database.
        table: Name of a table, or a query.
        form: ``json``, ``ndjson`` or ``csv``.
        sql: Whether it is a query.

    Raises:
        StoreError: There is no such table, or the query is wrong.
    """
    with _opened(path) as database:
        keys = {row["id"]: row["key"] for row in database["metrics"].rows}
        rows, documents = (database.query(table), set()) if sql else _table(database, table)
        yield from _FORMS[form](_readable(rows, documents, keys))


def _table(database: Database, name: str) -> tuple[Iterable[Row], set[str]]:
    """The rows of a table, and which columns hold JSON."""
    if name not in database.table_names():
        known = ", ".join(sorted(database.table_names()))
        raise StoreError(Trouble.NOT_FOUND, f"there is no table {name}", f"There are: {known}.")
    table = database.table(name)
    return table.rows, {column.name for column in table.columns if column.type == "JSON"}


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    """The file as sqlite-utils sees it; it cannot write.

    Raises:
        StoreError: SQLite refuses.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            yield Database(connection)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in _DAMAGED:
            raise StoreError(Trouble.DAMAGED, f"{path}: {error}") from error
        hint = "Check the query, or try again when no other program holds the database."
        raise StoreError(Trouble.NOT_POSSIBLE, str(error), hint) from error


def _readable(rows: Iterable[Row], documents: set[str], keys: dict[int, str]) -> Iterator[Row]:
    """Rows with vectors as metrics by name, and JSON as what it holds."""
    for row in rows:
        vector = row.pop("vector", None)
        plain = {name: _plain(value, name in documents) for name, value in row.items()}
        yield plain | (_metrics(vector, keys) if isinstance(vector, bytes) else {})


def _plain(value: Any, is_document: bool) -> Any:  # noqa: ANN401 (a cell is any of many types)
    if isinstance(value, bytes):
        return value.hex()
    return json.loads(value) if is_document and value is not None else value


def _metrics(vector: bytes, keys: dict[int, str]) -> Row:
    values = enumerate(value for (value,) in struct.iter_unpack("<d", vector))
    return {keys[place]: value for place, value in values if not isnan(value)}


def _json(rows: Iterator[Row]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False)}"
    yield "\n]\n"


def _ndjson(rows: Iterator[Row]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _csv(rows: Iterator[Row]) -> Iterator[str]:
    """One heading for all rows, so that all of them have to be seen first."""
    found = list(rows)
    out = io.StringIO()
    table = csv.DictWriter(out, list(dict.fromkeys(name for row in found for name in row)))
    table.writeheader()
    for row in found:
        plain = {n: json.dumps(v) if isinstance(v, dict | list) else v for n, v in row.items()}
        table.writerow(plain)
    yield out.getvalue()


_FORMS = {"json": _json, "ndjson": _ndjson, "csv": _csv}


def _megabytes(paths: Iterable[Path]) -> str:
    sizes = [path.stat().st_size for path in paths]
    return f"{sum(sizes) / 1e6:,.1f} MB in {len(sizes):,} files"
