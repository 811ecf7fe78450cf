"""The executions whose rows differ, in groups: those of one query, as far as the same reason decides whether they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import Mask
from pgrehearse.compare.columns import parts
from pgrehearse.compare.divergence import BothSides, log_lines
from pgrehearse.compare.given_values import BY_IDS, NOTHING, GivenValues
from pgrehearse.compare.result_values import Execution
from pgrehearse.compare.row_hashes import Differing
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload

# Besides the obstacles of ``given_values``: the first rows differ, and the others are not hashed.
PARTIAL = BY_IDS + 1
_OBSTACLES = PARTIAL + 1
# So many executions of a group are named.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The executions of one query (*number* of its key) with one *obstacle* whose rows differ, and their counts as in ``QueryRows``. *text*:
    the statement of the first one."""

    number: int
    obstacle: int
    places: Ints
    pairs: int
    reordered: int
    different: int
    resized: int
    again: int | None
    executions: tuple[Execution, ...]
    text: bytes


@dataclass(frozen=True, slots=True)
class _Numbered:
    """*differing*: the number of the group of each execution that differs. By number of a group: *pairs*; *repeated*: pairs of both replays of the
    baseline (0: there is no second one), *again*: those of them that differ. Pairs have no ``PARTIAL``."""

    differing: Ints
    pairs: Ints
    repeated: Ints
    again: Ints

    @classmethod
    def of(cls, sides: BothSides, found: Differing, again: Differing | None, given: GivenValues) -> _Numbered:
        """Return the numbers of groups."""
        code, size = sides.where.code, len(sides.where.keys) * _OBSTACLES

        def number(places: Ints) -> Ints:
            numbers: Ints = code[places].astype(np.int64) * _OBSTACLES + given.obstacle[places]
            return numbers

        def count(flags: Mask) -> Ints:
            counts = np.zeros(size, dtype=np.int64)
            for part in parts(len(flags)):
                counts += np.bincount(number(np.flatnonzero(flags[part]) + part.start), minlength=size)
            return counts

        differing = number(found.places)
        differing += np.where(found.partial & (given.obstacle[found.places] == NOTHING), PARTIAL, 0)
        nothing = np.zeros(size, dtype=np.int64)
        return cls(
            differing,
            count(found.paired),
            count(again.paired) if again is not None else nothing,
            np.bincount(number(again.places), minlength=size) if again is not None else nothing,
        )


def groups(
    sides: BothSides, found: Differing, again: Differing | None, given: GivenValues, workload: Workload
) -> Iterator[Group]:
    """Yield the groups of the executions that differ. *again*: what differs between the two replays of the baseline."""
    numbered = _Numbered.of(sides, found, again, given)
    size = len(sides.where.keys) * _OBSTACLES
    resized = sides.baseline.rows[found.places] != sides.candidate.rows[found.places]
    by_class = [
        np.bincount(numbered.differing[some], minlength=size) for some in (found.reordered, ~found.reordered, resized)
    ]
    order = np.argsort(numbered.differing, kind="stable")
    numbers, begins = np.unique(numbered.differing[order], return_index=True)
    members = dict(zip(numbers.tolist(), np.split(found.places[order], begins[1:]), strict=True))
    examples = _examples(sides, members, workload)
    for number, places in members.items():
        code, obstacle = divmod(number, _OBSTACLES)
        paired = code * _OBSTACLES + (NOTHING if obstacle == PARTIAL else obstacle)
        reordered, different, changed = (int(each[number]) for each in by_class)
        again_different = int(numbered.again[paired]) if numbered.repeated[paired] else None
        counts = (int(numbered.pairs[paired]), reordered, different, changed, again_different)
        yield Group(code, obstacle, places, *counts, *examples[number])


def _examples(
    sides: BothSides, members: dict[int, Ints], workload: Workload
) -> dict[int, tuple[tuple[Execution, ...], bytes]]:
    """Return the first executions of each group, and the text of the first of them."""
    first = {
        number: [sides.where.execution(place) for place in places[:_NAMED].tolist()]
        for number, places in members.items()
    }
    named = [one for some in first.values() for one in some]
    events = pl.DataFrame(named, schema={"session": pl.Int32, "seq": pl.Int32}, orient="row")
    lines, sent = log_lines(workload, events), _sent(workload, events)
    return {
        number: (
            tuple(Execution(*one, lines.get(one, ""), _shown(*sent.get(one, (b"", None)))) for one in some),
            sent.get(some[0], (b"", None))[0],
        )
        for number, some in first.items()
    }


def _sent(workload: Workload, events: pl.DataFrame) -> dict[tuple[int, int], tuple[bytes, list[bytes | None] | None]]:
    """Return the text and the parameters of each of some events: session, seq."""
    columns = workload.events().select("session", "seq", "sql", "params").drop_nulls("sql")
    rows = columns.join(events.lazy(), on=["session", "seq"], how="semi").collect(engine="streaming")
    return {(session, seq): (sql, params) for session, seq, sql, params in rows.iter_rows()}


def _shown(sql: bytes, params: list[bytes | None] | None) -> str:
    """Return a statement with its parameters, as text.

    >>> _shown(b"select $1, $2", [b"7", None])
    "select $1, $2 [$1 = '7', $2 = NULL]"
    """
    values = ["NULL" if value is None else f"'{value.decode(errors='replace')}'" for value in params or ()]
    named = ", ".join(f"${number} = {value}" for number, value in enumerate(values, start=1))
    return sql.decode(errors="replace") + (f" [{named}]" if named else "")
