"""Why the rows of a query differ: what is no evidence against a side, and possible causes for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pgrehearse.compare.given_values import BY_CLOCK, BY_IDS, GivenValues
from pgrehearse.compare.result_groups import PARTIAL, Group
from pgrehearse.compare.result_values import (
    CLOCK,
    CONCURRENT,
    FEW,
    FIRST_ROWS,
    GENERATED,
    NOT_DETERMINISTIC,
    WITH_GIVEN_IDS,
)
from pgrehearse.compare.rewrites import REPLACED
from pgrehearse.workload.sql.repeatable import Repeatable
from pgrehearse.workload.sql.returned_columns import returns_generated_only

# If sessions race, an execution differs on the candidate as often as on the second control: that this many differ on the candidate
# and none on the control has a probability of less than 1 % (2 ** -7).
_PROOF = 7
# So many collations are named.
_NAMED = 3
# Settings that change the text of values.
_FORMATS = ("DateStyle", "IntervalStyle", "TimeZone", "bytea_output", "extra_float_digits", "lc_monetary", "xmlbinary")
_COLLATION = "its ORDER BY compares text by another collation (locale, provider or version), or returns rows that are equal in it in any order"
_NO_ORDER = "it has no ORDER BY, so the order of its rows follows the plan"


@dataclass(frozen=True, slots=True)
class Causes:
    """Differences between the targets that change results, by their ``state.json``, in words ("": none): settings that change the text of
    values (*formats*), and *collations*."""

    formats: str
    collations: str

    @classmethod
    def of(cls, baseline: Mapping[str, Any], candidate: Mapping[str, Any]) -> Causes:
        """Return the differences of two targets."""
        formats = [name for name in _differing(baseline, candidate, "settings") if name in _FORMATS]
        collations = _differing(baseline, candidate, "collations")
        named = ", ".join(collations[:_NAMED]) + (", ..." if len(collations) > _NAMED else "")
        return cls(
            f"settings that change the text of values differ: {', '.join(formats)}" if formats else "",
            f"; the targets differ in the collation of {named}" if collations else "",
        )

    def of_order(self, form: Repeatable) -> str:
        """Return why the rows of a statement come in another order."""
        return f"{_COLLATION}{self.collations}" if form.ordered else _NO_ORDER


def _differing(baseline: Mapping[str, Any], candidate: Mapping[str, Any], part: str) -> list[str]:
    """Return the names of one part of ``state.json`` whose values differ (none, unless both targets have the part)."""
    before, after = baseline.get(part, {}), candidate.get(part, {})
    if not before or not after or "unavailable" in {*before, *after}:
        return []
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What decides whether differences count. *written*: the tables that the replays write; *given*: whose values are production's on both
    sides; *replaced*: the query keys whose statements are other SQL on one side."""

    written: frozenset[str]
    given: GivenValues
    replaced: frozenset[str] = frozenset()

    def reason(self, fact: Mapping[str, Any], group: Group, form: Repeatable) -> str:
        """Return why the differences of a group are not evidence against a side ("": they are). *fact*: query_key, tables, generated."""
        if fact["query_key"] in self.replaced:
            return REPLACED
        if group.obstacle in _BY_OBSTACLE:
            return _BY_OBSTACLE[group.obstacle]
        if form.reason:
            return form.reason
        if group.again:
            return NOT_DETERMINISTIC
        reads_written = not self.written.isdisjoint(fact["tables"] or ())
        if fact["generated"] and group.obstacle != PARTIAL and returns_generated_only(group.text, self.given.columns):
            return ""
        if (reads_written or fact["generated"]) and group.again is None:
            return CONCURRENT if reads_written else WITH_GIVEN_IDS
        if (reads_written or fact["generated"]) and group.reordered + group.different < _PROOF:
            return FEW
        return FIRST_ROWS if group.obstacle == PARTIAL else ""

    def ids(self, fact: Mapping[str, Any], group: Group) -> str:
        """Return how the ids of a group's executions are known ("": they generate none)."""
        methods = self.given.methods(group.places) if fact["generated"] else ""
        return f"both sides drew production's ids for it ({methods})" if methods else ""


_BY_OBSTACLE = {BY_CLOCK: CLOCK, BY_IDS: GENERATED}
