from pathlib import Path

import pytest

from rockettrainer.live._journal import Entry, Journal, Record, read_journal


def written(path: Path, count: int = 3) -> list[Record]:
    journal = Journal(path, b"{}")
    for number in range(count):
        journal.append(Entry.TICKS, bytes([number]) * 50)
    journal.close()
    return list(read_journal(path))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    records = written(tmp_path / "a.journal")
    assert [record.kind for record in records] == [Entry.ABOUT, *[Entry.TICKS] * 3]
    assert records[-1].content == bytes([2]) * 50


@pytest.mark.parametrize("cut", range(1, 59, 7))
def test_a_torn_end_is_left_out_and_written_over(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.journal"
    before = written(path)
    path.write_bytes(path.read_bytes()[:-cut])
    journal = Journal(path, b"{}")
    journal.append(Entry.TEXT, b"after")
    journal.close()
    assert list(read_journal(path)) == [*before[:-1], Record(Entry.TEXT, b"after")]


def test_damage_ends_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    before = written(path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    after = list(read_journal(path))
    assert after == before[: len(after)]
    assert len(after) < len(before)


def test_a_disk_that_refuses_is_said_and_not_tried_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    journal = Journal(tmp_path / "file" / "a.journal", b"{}")
    assert journal.failure is not None
    journal.append(Entry.TEXT, b"lost")
    journal.flush()
