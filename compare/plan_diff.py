"""The differences of a query's plans between two targets: how each table is read, and how tables are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pgrehearse.compare.comparison import PlanStatus

_JOINS = {"Nested Loop", "Hash Join", "Merge Join"}
_MODES = {"captured": "with captured values", "generic": "for any values"}


def compare_plans(
    query_key: str, baseline: Mapping[str, Any] | None, candidate: Mapping[str, Any]
) -> tuple[tuple[str, ...], PlanStatus]:
    """Return the differences of both sides' plans of a query, and whether there were plans to compare.

    The sides are given by their ``state.json``; *baseline* None: a capture, which has no plans.
    """
    if baseline is None:
        return (), PlanStatus.CAPTURE
    recorded = [state.get("plans", {}) for state in (baseline, candidate)]
    if not all(recorded):
        return (), PlanStatus.NOT_RECORDED
    plans = [of_side.get(query_key) for of_side in recorded]
    if any(plan is None for plan in plans):
        return (), PlanStatus.NOT_OF_QUERY
    if not any(all(mode in plan for plan in plans) for mode in _MODES):
        return (), PlanStatus.UNAVAILABLE
    return difference(plans[0], plans[1]), PlanStatus.COMPARED


def difference(baseline: dict[str, Any], candidate: dict[str, Any]) -> tuple[str, ...]:
    """Return the differences of two sides' plans of one query (the ``plans`` of ``state.json``, by query key).

    >>> a = {"captured": {"Node Type": "Index Scan", "Relation Name": "t", "Index Name": "t_a", "Plan Rows": 3, "Total Cost": 8.3}}
    >>> b = {"captured": {"Node Type": "Seq Scan", "Relation Name": "t", "Plan Rows": 3, "Total Cost": 900.0}}
    >>> difference(a, b)
    ('with captured values: t by Index Scan using t_a -> Seq Scan', 'with captured values: estimated cost 8.3 -> 900')
    """
    sentences: list[str] = []
    for mode, words in _MODES.items():
        before, after = baseline.get(mode), candidate.get(mode)
        if before is None or after is None:
            continue
        changes = [*_scans(before, after), *_joins(before, after)]
        if changes and float(before["Total Cost"]) != float(after["Total Cost"]):
            changes.append(f"estimated cost {_number(before['Total Cost'])} -> {_number(after['Total Cost'])}")
        sentences += [f"{words}: {change}" for change in changes]
    return tuple(sentences)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def _scans(baseline: dict[str, Any], candidate: dict[str, Any]) -> list[str]:
    """Return each table that is read in another way, with both ways."""
    before, after = _scans_by_table(baseline), _scans_by_table(candidate)
    return [
        f"{table} by {', '.join(sorted(before.get(table, ['nothing'])))} -> {', '.join(sorted(after.get(table, ['nothing'])))}"
        for table in sorted(before.keys() | after.keys())
        if sorted(before.get(table, [])) != sorted(after.get(table, []))
    ]


def _scans_by_table(plan: dict[str, Any]) -> dict[str, list[str]]:
    scans: dict[str, list[str]] = {}
    for node in _nodes(plan):
        if node["Node Type"] == "ModifyTable":
            continue
        if table := node.get("Relation Name"):
            index = node.get("Index Name") or next(
                (child["Index Name"] for child in _nodes(node) if "Index Name" in child), ""
            )
            scans.setdefault(table, []).append(node["Node Type"] + (f" using {index}" if index else ""))
    return scans


def _joins(baseline: dict[str, Any], candidate: dict[str, Any]) -> list[str]:
    """Return the other nodes that only one side has."""
    counts = [
        Counter(node["Node Type"] for node in _nodes(plan) if "Relation Name" not in node and "Index Name" not in node)
        for plan in (baseline, candidate)
    ]
    removed, added = counts[0] - counts[1], counts[1] - counts[0]
    if not removed and not added:
        return []
    word = "joins" if (removed.keys() | added.keys()) & _JOINS else "steps"
    return [
        f"{word}: {', '.join(sorted(removed.elements())) or 'none more'} -> {', '.join(sorted(added.elements())) or 'none more'}"
    ]


def _number(cost: float) -> str:
    return f"{float(cost):.1f}".removesuffix(".0")
