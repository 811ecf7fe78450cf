"""A block's eventful records in (session, record) order, without moving their text."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.capture.formats.records import restored
from pgrehearse.workload.arrays import Ints


class Rows:
    """Records of many sessions, seen in (session, record) order; positions everywhere mean that order.

    Numbers are put in order once and kept; text is gathered only where it is asked for. *frame* holds each session's
    records in their order already, whatever stands between them. *foreign*: some texts may hold smuggled bytes.
    """

    def __init__(self, frame: pl.DataFrame, *, foreign: bool = True) -> None:
        self._frame, self._foreign = frame, foreign
        self._order = frame.select(pl.arg_sort_by("session", maintain_order=True)).to_series()
        self._numbers: dict[str, Ints] = {}

    def __len__(self) -> int:
        return self._frame.height

    def numbers(self, name: str) -> Ints:
        """Return a column of numbers; -1 stands for null."""
        found = self._numbers.get(name)
        if found is None:
            column = self._frame[name]
            ordered = (column.fill_null(-1) if column.null_count() else column).gather(self._order)
            found = self._numbers[name] = ordered.cast(pl.Int64).to_numpy()
        return found

    def codes(self) -> Ints:
        """Return each record's kind as its code in ``EVENTFUL``."""
        found = self._numbers.get("what")
        if found is None:
            found = self._frame["what"].to_physical().gather(self._order).cast(pl.Int64).to_numpy()
            self._numbers["what"] = found
        return found

    def told(self, name: str) -> bool:
        """Say whether any record has a value in this column."""
        column = self._frame[name]
        return column.null_count() < len(column)

    def at(self, positions: Ints, *names: str) -> pl.DataFrame:
        """Return the named columns of some records."""
        return self._frame.select(names)[self._order.gather(positions)]

    def texts(self, name: str, positions: Ints) -> pl.Series:
        """Return one column of some records."""
        return self._frame[name].gather(self._order.gather(positions))

    def octets(self, texts: pl.Series) -> pl.Series:
        """Return some of the records' text as the bytes that were logged."""
        return restored(texts) if self._foreign else texts.cast(pl.Binary)

    def kept(self, keep: NDArray[np.bool_]) -> pl.DataFrame | None:
        """Return the records of *keep*, in order (None: there are none)."""
        return self._frame[self._order.gather(np.flatnonzero(keep))] if keep.any() else None
