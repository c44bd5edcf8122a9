"""Why the system would not read or write a file, in both languages; it says so itself in English alone."""

from __future__ import annotations

import errno

from procmap.text import Text

__all__ = ["reason"]

_FORBIDDEN = Text("du har inte behörighet till den", "you do not have permission")
_REASONS = {
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: Text("den finns inte", "there is no such file or folder"),
    errno.EISDIR: Text("det är en mapp", "it is a folder"),
    errno.ENOTDIR: Text("en del av sökvägen är en fil, ingen mapp", "a part of the path is a file, no folder"),
    errno.EEXIST: Text("den finns redan", "it exists already"),
    errno.ENOSPC: Text("disken är full", "the disk is full"),
    errno.EROFS: Text("disken går bara att läsa från", "the disk can only be read"),
    errno.ENAMETOOLONG: Text("namnet är för långt", "the name is too long"),
    errno.ELOOP: Text("länkarna leder runt i en ring", "the links lead round in a ring"),
    errno.EMFILE: Text("för många filer är öppna", "too many files are open"),
    errno.ENFILE: Text("för många filer är öppna", "too many files are open"),
    errno.EIO: Text("disken svarar med ett fel", "the disk answers with an error"),
    errno.EBUSY: Text("något annat program använder den", "another program is using it"),
    errno.ETXTBSY: Text("något annat program använder den", "another program is using it"),
}
_NULL = Text("inget filnamn kan ha ett nolltecken", "no file name can have a null character")


def reason(error: Exception) -> Text:
    """What is in the way; the system's own words where it is something rare."""
    if isinstance(error, OSError) and error.errno in _REASONS:
        return _REASONS[error.errno]
    if isinstance(error, ValueError) and "null" in str(error):
        return _NULL
    said = (getattr(error, "strerror", None) or str(error)).replace("{", "{{").replace("}", "}}")
    return Text(said, said)
