"""Notes that outlast a crash."""

from pathlib import Path

from rockettrainer.library._notes import Notes


def test_what_was_noted_is_read_again_and_what_is_torn_is_not(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "notes.jsonl")
    assert list(notes.read(str, int)) == []
    notes.add(["Ann\nBob \ud800", 1])
    with (tmp_path / "notes.jsonl").open("a", encoding="utf-8") as file:
        file.write('\n["torn", 2')
    notes.add(["whole", 3], to_disk=True)
    assert list(notes.read(str, int)) == [("Ann\nBob \ud800", 1), ("whole", 3)]


def test_lines_that_are_no_notes_of_ours_are_passed_over(tmp_path: Path) -> None:
    lines = ["", "7", "{}", '["a"]', '["a", "b"]', "[[], 1]", "[" * 5000, '["a", true]', '["a", 1]']
    (tmp_path / "notes.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert list(Notes(tmp_path / "notes.jsonl").read(str, int)) == [("a", 1)]
