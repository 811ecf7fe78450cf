"""A block's eventful records in (session, record) order, without copying their text."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.capture.input.raw_bytes import unescape_column
from pgrehearse.workload.arrays import Ints


class Rows:
    """Records of many sessions in (session, record) order; positions everywhere refer to that order.

    Numbers are ordered once and kept; text is gathered only when it is needed. *frame* contains each session's records
    in their order, with records of other sessions between them. *escaped*: some texts may contain escaped bytes.
    """

    def __init__(self, frame: pl.DataFrame, *, escaped: bool = True) -> None:
        self._frame, self._escaped = frame, escaped
        self._order = frame.select(pl.arg_sort_by("session", maintain_order=True)).to_series()
        self._numbers: dict[str, Ints] = {}

    def __len__(self) -> int:
        return self._frame.height

    def numbers(self, name: str) -> Ints:
        """Return a column of numbers; -1 is null."""
        values = self._numbers.get(name)
        if values is None:
            column = self._frame[name]
            ordered = (column.fill_null(-1) if column.null_count() else column).gather(self._order)
            values = self._numbers[name] = ordered.cast(pl.Int64).to_numpy()
        return values

    def codes(self) -> Ints:
        """Return each record's kind as its code in ``EVENTFUL``."""
        codes = self._numbers.get("what")
        if codes is None:
            codes = self._frame["what"].to_physical().gather(self._order).cast(pl.Int64).to_numpy()
            self._numbers["what"] = codes
        return codes

    def has_values(self, name: str) -> bool:
        """Return whether any record has a value in this column."""
        column = self._frame[name]
        return column.null_count() < len(column)

    def at(self, positions: Ints, *names: str) -> pl.DataFrame:
        """Return the named columns of some records."""
        return self._frame.select(names)[self._order.gather(positions)]

    def texts(self, name: str, positions: Ints) -> pl.Series:
        """Return one column of some records."""
        return self._frame[name].gather(self._order.gather(positions))

    def binary(self, texts: pl.Series) -> pl.Series:
        """Return some of the records' text as the bytes that were logged."""
        return unescape_column(texts) if self._escaped else texts.cast(pl.Binary)

    def kept(self, keep: NDArray[np.bool_]) -> pl.DataFrame | None:
        """Return the records of *keep*, in order (None: there are none)."""
        return self._frame[self._order.gather(np.flatnonzero(keep))] if keep.any() else None
