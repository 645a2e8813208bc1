"""What went wrong, for a person and for a program."""

from dataclasses import dataclass

from rockettrainer.sources import ReplayError


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be analysed."""

    type: str
    """A word that programs can rely on, such as ``truncated`` or ``not_found``."""
    message: str
    """What is wrong, and where in the file."""
    hint: str
    """What to do."""

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.message}. {self.hint}"


def explain(error: Exception) -> Failure:
    """Puts an error of reading and analysing a replay in words."""
    if isinstance(error, ReplayError):
        return Failure(error.kind, str(error), error.hint)
    if isinstance(error, FileNotFoundError):
        return Failure("not_found", "there is no such file", "Check the path.")
    if isinstance(error, PermissionError):
        return Failure("not_readable", "the file may not be read", "Check its permissions.")
    if isinstance(error, MemoryError):
        return Failure("out_of_memory", "not enough memory", "Close programs or lower --jobs.")
    if isinstance(error, OSError):
        reason = error.strerror or "the file cannot be read"
        return Failure("not_readable", reason, "Copy the file again, and check the disk.")
    raise error
