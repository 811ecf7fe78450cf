"""Chains of sessions that wait for locks: how long the longest is, and how many are circles (deadlocks that the server has not detected yet)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

Graph = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class LockChains:
    """*depth*: the sessions in the longest chain, each of which waits for the next one; a circle counts with the number of its sessions.
    *cycles*: circles of sessions that wait for each other; circles that share a session are one."""

    depth: int = 0
    cycles: int = 0


def lock_chains(blockers: Mapping[int, Collection[int]]) -> LockChains:
    """Return the chains of waiting sessions. *blockers*: by session, those that block it (none: it does not wait).

    >>> lock_chains({2: [1], 3: [2]})
    LockChains(depth=2, cycles=0)
    >>> lock_chains({1: [2], 2: [1], 3: [1, 2]})
    LockChains(depth=3, cycles=1)
    """
    graph = {session: set(of) - {session} for session, of in blockers.items() if set(of) - {session}}
    sessions = dict.fromkeys(graph, 1)
    while cycle := _cycle(graph):
        first, *others = cycle
        graph = _merged(graph, first, set(cycle))
        sessions[first] += sum(sessions.pop(other) for other in others)
    depth: dict[int, int] = {}
    for session in TopologicalSorter(graph).static_order():
        before = max((depth[blocker] for blocker in graph.get(session, ())), default=0)
        depth[session] = before + sessions.get(session, 0)
    return LockChains(max(depth.values(), default=0), sum(number > 1 for number in sessions.values()))


def in_both(first: Mapping[int, Collection[int]], second: Mapping[int, Collection[int]]) -> Graph:
    """Return the waits that two readings have in common.

    A reading gets the blockers of one session after those of another, so a chain that changes in between can look like a circle.
    """
    return {session: set(of) & set(second[session]) for session, of in first.items() if session in second}


def _cycle(graph: Graph) -> list[int]:
    """Return the sessions of a circle (empty: there is none)."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[int] = error.args[1]
        return cycle[1:]
    return []


def _merged(graph: Graph, into: int, members: set[int]) -> Graph:
    """Return a graph in which the *members* of a circle are one session, *into*."""
    merged: Graph = {}
    for session, of in graph.items():
        blockers = {into if blocker in members else blocker for blocker in of}
        merged.setdefault(into if session in members else session, set()).update(blockers)
    merged[into].discard(into)
    return merged
