"""How the ids of production that a replay drew are known, in words: no ids are called equal without the method."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.runs.run_facts import IdFacts
from pgrehearse.workload.schema import How

# "unknown" ones are not given.
HOW = {
    How.DECODED: "decoded",
    How.CONFIRMED: "confirmed by a later use",
    How.ORDER: "by order",
    How.COUNTED: "counted in a first pass",
    How.GUESSED: "guessed",
    How.UNKNOWN: "not known",
}


def id_methods(facts: IdFacts) -> str:
    """Return how many ids are known in each way ("": the replay drew none of production's)."""
    methods = [method_words({how: sum(one.known.get(how, 0) for one in facts.sequences) for how in HOW})]
    if values := sum(one.known for one in facts.values):
        methods.append(f"{values:,} values of other generated columns {HOW[How.DECODED]}")
    return ", ".join(filter(None, methods))


def method_words(counts: Mapping[str, int]) -> str:
    """Return numbers of ids by how they are known, in words ("": there are none).

    >>> method_words({"guessed": 2, "confirmed": 1_200, "order": 0})
    '1,200 confirmed by a later use, 2 guessed'
    """
    return ", ".join(f"{count:,} {name}" for how, name in HOW.items() if (count := counts.get(how)))
