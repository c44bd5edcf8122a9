"""The only code that writes files: whole, or not at all.

The bytes go to a new file beside the target, which then takes its name; so a crash, a full disk or an impatient Ctrl-C
leaves what stood there before.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from procmap.errors import CannotWrite
from procmap.source.reasons import reason
from procmap.text import Text

__all__ = ["save"]


def save(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Write the bytes to a file, making its folder where needed.

    With ``replace=False`` an existing file is left alone, and one that is protected always. Raises CannotWrite.
    """
    try:
        _make(path.parent)
        if not replace and path.exists():
            raise FileExistsError(17, "the file exists already")
        target = path.resolve() if path.is_symlink() else path
        _allow(target)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            Path(temporary).chmod(mode)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(
            Text(sv="{path} går inte att skriva: {why}", en="{path} cannot be written: {why}").fill(
                path=path, why=reason(error)
            )
        ) from error


def _make(folder: Path) -> None:
    """The folder, where it is not there; the system says of a file in its place that it exists already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, error.strerror) from error


def _allow(target: Path) -> None:
    """A file that is protected stays as it is, though its folder would let another take its name."""
    if target.exists() and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "the file is protected")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
