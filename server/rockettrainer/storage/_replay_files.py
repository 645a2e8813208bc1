"""The original replays, compressed."""

import hashlib
from typing import Final

import zstandard

from rockettrainer.sources import LARGEST_REPLAY_BYTES
from rockettrainer.storage._blobs import Blobs, ReplayFile, check
from rockettrainer.storage._errors import StoreError, Trouble

LEVEL: Final = 9


def describe_replay(content: bytes) -> ReplayFile:
    """What identifies an original that is not kept."""
    return ReplayFile(hashlib.sha256(content).hexdigest(), len(content), None)


def write_replay(blobs: Blobs, content: bytes) -> ReplayFile:
    """Keeps an original.

    Args:
        blobs: The folder of replays.
        content: The file as the game wrote it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if not blobs.has(sha256):
        blobs.put(sha256, zstandard.ZstdCompressor(level=LEVEL).compress(content))
    return ReplayFile(sha256, len(content), blobs.path(sha256).stat().st_size)


def read_replay_file(blobs: Blobs, sha256: str) -> bytes:
    """An original as the game wrote it.

    Raises:
        StoreError: It was evicted, or the file is damaged.
    """
    packed = blobs.get(sha256)
    try:
        content = zstandard.ZstdDecompressor().decompress(
            packed, max_output_size=LARGEST_REPLAY_BYTES
        )
    except zstandard.ZstdError as error:
        raise StoreError(Trouble.DAMAGED, f"the kept replay {sha256[:12]} is damaged") from error
    check(content, sha256, "the kept replay")
    return content
