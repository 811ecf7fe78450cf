"""A dump as a stream of parts: statements, lines for psql, and blocks of rows of COPY. Memory is bounded by one part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO

from pgrehearse.base.errors import BadInput
from pgrehearse.workload.sql.parse_tree import Node, statements

# Rows are returned in blocks of about so many bytes.
BLOCK = 1 << 20
# A longer statement is not read.
MOST_STATEMENT = 64 << 20
_END = b"\\.\n"
# The commands of psql that pg_dump and pg_dumpall write.
_OF_PSQL = frozenset({b"\\connect", b"\\restrict", b"\\unrestrict"})


class Part(Enum):
    """``TEXT``: comments, empty lines and commands of psql; ``ROWS``: whole lines of COPY; ``END``: the line that ends them."""

    TEXT = "text"
    STATEMENT = "statement"
    ROWS = "rows"
    END = "end"


@dataclass(frozen=True, slots=True)
class DumpPart:
    """A part of a dump. *line*: where it begins, from 1; *tree*: that of a statement."""

    part: Part
    content: bytes
    line: int
    tree: Node | None = None


def parts(stream: BinaryIO, name: str) -> Iterator[DumpPart]:
    """Yield the parts of a dump. Raises ``BadInput`` with the line of a statement that PostgreSQL's grammar rejects."""
    lines = _Lines(stream)
    while line := lines.next():
        if line.startswith(b"\\") and line.split()[0] not in _OF_PSQL:
            raise BadInput(f"{name}:{lines.number}: a command of psql", remedy="give a dump of pg_dump")
        if not line.strip() or line.startswith((b"--", b"\\")):
            yield DumpPart(Part.TEXT, line, lines.number)
            continue
        part = _statement(line, lines, name)
        yield part
        if part.tree is not None and _copies_in(part.tree):
            yield from _rows(lines, name)


class _Lines:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.number = 0

    def next(self) -> bytes:
        self.number += 1
        return self._stream.readline()


def _statement(first: bytes, lines: _Lines, name: str) -> DumpPart:
    """Read to the end of a statement: a line that ends with a semicolon, where the text is complete by the grammar."""
    number, text, line = lines.number, bytearray(first), first
    while True:
        if line.rstrip().endswith(b";"):
            found = statements(bytes(text))
            if found is not None and len(found) == 1:
                return DumpPart(Part.STATEMENT, bytes(text), number, found[0].tree)
            if found:
                raise BadInput(f"{name}:{number}: several statements in one line", remedy="write each in its own line")
        line = lines.next()
        if not line or len(text) > MOST_STATEMENT:
            raise BadInput(
                f"{name}:{number}: a statement that PostgreSQL's grammar rejects, or whose end is missing",
                remedy="give a dump of pg_dump in plain format, or in another format of pg_dump",
            )
        text += line


def _copies_in(tree: Node) -> bool:
    copy = tree.get("CopyStmt", {})
    return bool(copy.get("is_from")) and "filename" not in copy and "relation" in copy


def _rows(lines: _Lines, name: str) -> Iterator[DumpPart]:
    number, block = lines.number + 1, bytearray()
    while (line := lines.next()) != _END and line.rstrip(b"\r\n") != b"\\.":
        if not line:
            raise BadInput(
                f"{name}:{lines.number}: the rows of COPY have no end (\\.)", remedy="dump the database again"
            )
        block += line
        if len(block) >= BLOCK:
            yield DumpPart(Part.ROWS, bytes(block), number)
            number, block = lines.number + 1, bytearray()
    if block:
        yield DumpPart(Part.ROWS, bytes(block), number)
    yield DumpPart(Part.END, _END, lines.number)
