"""How a query's plan differs between two targets, in words: how each table is reached, and how they are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

_JOINS = {"Nested Loop", "Hash Join", "Merge Join"}
_TOLD = ("captured", "generic")


def difference(ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[str, ...]:
    """Return what differs between two sides' plans of one query (the ``plans`` of ``state.json``, by query key).

    >>> a = {"captured": {"Node Type": "Index Scan", "Relation Name": "t", "Index Name": "t_a", "Plan Rows": 3, "Total Cost": 8.3}}
    >>> b = {"captured": {"Node Type": "Seq Scan", "Relation Name": "t", "Plan Rows": 3, "Total Cost": 900.0}}
    >>> difference(a, b)
    ('with captured values: t by Index Scan using t_a -> Seq Scan', 'with captured values: estimated cost 8.3 -> 900')
    """
    said: list[str] = []
    for mode in _TOLD:
        mine, other = ours.get(mode), theirs.get(mode)
        if mine is None or other is None:
            continue
        words = "with captured values" if mode == "captured" else "for any values"
        apart = [*_reached(mine, other), *_joined(mine, other)]
        if apart and float(mine["Total Cost"]) != float(other["Total Cost"]):
            apart.append(f"estimated cost {_number(mine['Total Cost'])} -> {_number(other['Total Cost'])}")
        said += [f"{words}: {one}" for one in apart]
    return tuple(said)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def _reached(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """Say of each table that is reached in another way how it was, and how it is."""
    ways = [_ways(plan) for plan in (ours, theirs)]
    return [
        f"{table} by {', '.join(sorted(ways[0].get(table, ['nothing'])))} -> {', '.join(sorted(ways[1].get(table, ['nothing'])))}"
        for table in sorted(ways[0].keys() | ways[1].keys())
        if sorted(ways[0].get(table, [])) != sorted(ways[1].get(table, []))
    ]


def _ways(plan: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in _nodes(plan):
        if node["Node Type"] == "ModifyTable":
            continue
        if table := node.get("Relation Name"):
            index = node.get("Index Name") or next(
                (child["Index Name"] for child in _nodes(node) if "Index Name" in child), ""
            )
            found.setdefault(table, []).append(node["Node Type"] + (f" using {index}" if index else ""))
    return found


def _joined(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """Say which other nodes one side has and the other has not."""
    counts = [
        Counter(node["Node Type"] for node in _nodes(plan) if "Relation Name" not in node and "Index Name" not in node)
        for plan in (ours, theirs)
    ]
    gone, come = counts[0] - counts[1], counts[1] - counts[0]
    if not gone and not come:
        return []
    joins = "joins" if (gone.keys() | come.keys()) & _JOINS else "steps"
    return [
        f"{joins}: {', '.join(sorted(gone.elements())) or 'none more'} -> {', '.join(sorted(come.elements())) or 'none more'}"
    ]


def _number(cost: float) -> str:
    return f"{float(cost):.1f}".removesuffix(".0")
