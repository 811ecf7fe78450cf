"""Files of a host are copied in pieces: the size of a piece bounds the memory of the host and of the coordinator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

PIECE = 8 << 20


def piece_of(path: Path, offset: int) -> bytes:
    """Return the piece of a file that begins at *offset*."""
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(PIECE)


def copy_pieces(read: Callable[[int], bytes], size: int, file: BinaryIO) -> None:
    """Write a file of *size* bytes to *file*. *read* returns the piece that begins at an offset."""
    file.writelines(read(offset) for offset in range(0, size, PIECE))
