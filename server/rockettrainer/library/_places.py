"""What kind of disk a folder is on."""

import sys
from pathlib import Path
from typing import Final

import psutil

_REMOTE: Final = frozenset(
    (
        *("9p", "afs", "ceph", "cifs", "davfs", "drvfs", "fuse.rclone", "fuse.sshfs", "nfs"),
        *("nfs4", "smb", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs"),
    )
)
"""File systems of which the system reports no changes that others make."""


def needs_polling(folder: Path) -> bool:
    """Whether the system cannot be relied on to say what changes in a folder."""
    where = str(folder.absolute())
    if sys.platform == "win32" and where.startswith("\\\\"):
        return True
    mounts = [p for p in psutil.disk_partitions(all=True) if _holds(p.mountpoint, where)]
    if not mounts:
        return False
    nearest = max(mounts, key=lambda mount: len(mount.mountpoint))
    return nearest.fstype.lower() in _REMOTE or "remote" in nearest.opts.split(",")


def _holds(mount: str, where: str) -> bool:
    return Path(where).is_relative_to(mount)
