"""Words errors of the file system, with what to do about them."""

from __future__ import annotations

import errno

_CURES = {
    errno.ENOSPC: "no space is left on the disk. Make room, and try again.",
    errno.EDQUOT: "you may not take more space on this disk. Make room, and try again.",
    errno.EROFS: "this disk can be read only. Build in a folder that you can write to.",
    errno.EACCES: "it may not be opened. Look who may read and write it.",
    errno.EPERM: "it may not be opened. Look who may read and write it.",
    errno.EMFILE: "too many files are open. Raise the limit (ulimit -n 4096), and try again.",
    errno.ENFILE: "too many files are open. End other programs, and try again.",
    errno.EIO: "the disk does not answer as it should. Copy what you have to another one.",
    errno.ENAMETOOLONG: "its name is too long for this disk. Choose a shorter one.",
}


def in_words(fault: OSError) -> str:
    """The error in words, with its file; empty for an error that is a fault of ours and not of the file system."""
    cure = _CURES.get(fault.errno or 0)
    file = fault.filename2 or fault.filename or "a file"  # of two, the second is the target
    return f"{file}: {cure}" if cure else ""
