"""The table of shapes: every distinct template once, with the facts that the parser found in its first example."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.workload.redaction import bare
from pgrehearse.workload.schema import SHAPES, ClockPlace
from pgrehearse.workload.sql.normalize import coded
from pgrehearse.workload.sql.parser import Parsed, parse

# Templates contain no literals, so every set_config may change search_path.
_MOVES = re.compile(r"(?i)\bsearch_path\b|\bset_config\s*\(|^\s*reset\b")
_BETWEEN = re.compile(r"(?i)^\s*set\s+(?:session\s+)?application_name\b|\breset\s+all\b")
# The effect of a shape on its session's transaction; the last two end a transaction and open the next.
EFFECTS = ("", "opens", "commits", "closes", "back", "commits and opens", "closes and opens")


class Resolved(NamedTuple):
    """A shape with resolved names: its number, the tables that it reads and writes, whether it generates ids (None: unknown), where it
    uses the clock (``workload/catalog/clock_use``), and the columns of the table into which it inserts without naming them (None: it
    names them, or they are unknown)."""

    shape: int
    read: tuple[str, ...]
    written: tuple[str, ...]
    generated: bool | None
    clock_in: tuple[str, ...] = ()
    table_columns: tuple[str, ...] | None = None


def in_text(clock: bool) -> tuple[str, ...]:
    """Return where a statement uses the clock, by its text alone."""
    return (ClockPlace.TEXT.value,) if clock else ()


def _moves(kind: str, template: str) -> bool:
    """Return whether a shape may change its session's search_path."""
    return kind == "discard" or _MOVES.search(template) is not None


class StoredShapes:
    """The shapes of a workload, read from its table."""

    def __init__(self, table: pl.DataFrame) -> None:
        self._facts = {
            row["shape"]: Parsed(
                row["query_key"],
                row["kind"],
                tuple(row["tables_read"] or ()),
                tuple(row["tables_written"] or ()),
                writes=row["writes"],
                functions=tuple(row["functions"] or ()),
            )
            for row in table.iter_rows(named=True)
        }
        self._moving = [
            shape
            for shape, kind, template in table.select("shape", "kind", "template").iter_rows()
            if _moves(kind, (template or b"").decode(errors="replace"))
        ]

    def parsed(self, shape: int) -> Parsed:
        """Return the facts that the parser found about a shape."""
        return self._facts[shape]

    def moving(self) -> list[int]:
        """Return the shapes that may change a session's search_path."""
        return self._moving


class LearnedShapes(NamedTuple):
    """Templates in the order of their numbers, and the facts that the parser found in the first example of each."""

    templates: list[str]
    parsed: list[Parsed]


class Shapes:
    """Assigns a number to each template while a workload is written; equal templates get the same number."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._parsed: list[Parsed] = []
        self._effects = np.zeros(0, dtype=np.int64)
        self._resets = np.zeros(0, dtype=np.bool_)
        self._copies = np.zeros(0, dtype=np.bool_)

    def __len__(self) -> int:
        return len(self._known)

    def number(self, sql: pl.Series) -> pl.Series:
        """Return the shape of each SQL text (Int32; null for null); new shapes are added."""
        found = coded(sql)
        return pl.Series("shape", self.learn(found.templates, found.examples), dtype=pl.Int32).gather(found.code)

    def learn(self, templates: list[str], examples: list[str]) -> NDArray[np.int32]:
        """Return the shape of each template; the example of a new template is parsed."""
        for text, example in zip(templates, examples, strict=True):
            if text not in self._known:
                self._known[text] = len(self._known)
                self._parsed.append(parse(example, text))
        return np.array([self._known[text] for text in templates], dtype=np.int32)

    def learned(self) -> LearnedShapes:
        """Return all shapes."""
        return LearnedShapes(list(self._known), list(self._parsed))

    def add(self, learned: LearnedShapes) -> NDArray[np.int64]:
        """Return the shape of each template of *learned*; a new one keeps the facts that were found there."""
        for text, fact in zip(*learned, strict=True):
            if text not in self._known:
                self._known[text] = len(self._known)
                self._parsed.append(fact)
        return np.array([self._known[text] for text in learned.templates], dtype=np.int64)

    def kinds(self) -> list[str]:
        """Return each shape's kind."""
        return [fact.kind for fact in self._parsed]

    def parsed(self, shape: int) -> Parsed:
        """Return the facts that the parser found about a shape."""
        return self._parsed[shape]

    def moving(self) -> list[int]:
        """Return the shapes that may change a session's search_path."""
        return [
            number
            for number, (text, fact) in enumerate(zip(self._known, self._parsed, strict=True))
            if _moves(fact.kind, text)
        ]

    def frame(self, *, bared: bool = False, resolved: list[Resolved] | None = None) -> pl.DataFrame:
        """Return the table in the schema of ``shapes.parquet``. *bared*: text that may contain values is removed from templates.

        *resolved*: the rows, where a catalog split shapes by the tables that they mean.
        """
        known = list(self._known)
        rows = resolved or [
            Resolved(n, fact.tables_read, fact.tables_written, fact.generated, in_text(fact.clock))
            for n, fact in enumerate(self._parsed)
        ]
        facts = [self._parsed[row.shape] for row in rows]
        texts = [bare(known[n], self._parsed[n].kind) if bared else known[n] for n, *_ in rows]
        return pl.DataFrame(
            {
                "shape": range(len(rows)),
                "query_key": [fact.query_key for fact in facts],
                "template": [text.encode() for text in texts],
                "kind": [fact.kind for fact in facts],
                "tables_read": [list(row.read) for row in rows],
                "tables_written": [list(row.written) for row in rows],
                "clock": [bool(row.clock_in) for row in rows],
                "clock_in": [list(row.clock_in) for row in rows],
                "generated": [row.generated for row in rows],
                "writes": [fact.writes for fact in facts],
                "transaction_effect": [fact.transaction_effect for fact in facts],
                "functions": [list(fact.functions) for fact in facts],
                "table_columns": [row.table_columns and list(row.table_columns) for row in rows],
            },
            schema=SHAPES,
        )

    def resets(self) -> NDArray[np.bool_]:
        """Return for each shape whether poolers send it between clients: it resets the session or sets application_name."""
        if len(self._resets) < len(self._parsed):
            known = list(self._known)
            more = [
                fact.kind == "discard" or _BETWEEN.search(known[number]) is not None
                for number, fact in enumerate(self._parsed[len(self._resets) :], len(self._resets))
            ]
            self._resets = np.append(self._resets, np.array(more, dtype=np.bool_))
        return self._resets

    def copies_in(self) -> NDArray[np.bool_]:
        """Return for each shape whether it reads rows from the client (COPY FROM STDIN)."""
        more = [fact.copies_in for fact in self._parsed[len(self._copies) :]]
        self._copies = np.append(self._copies, np.array(more, dtype=np.bool_))
        return self._copies

    def effects(self) -> NDArray[np.int64]:
        """Return each shape's transaction effect as a code (order of ``EFFECTS``)."""
        if len(self._effects) < len(self._parsed):
            codes = [EFFECTS.index(fact.transaction_effect) for fact in self._parsed[len(self._effects) :]]
            self._effects = np.append(self._effects, np.array(codes, dtype=np.int64))
        return self._effects
