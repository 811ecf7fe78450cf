"""How the ids of production that a replay drew are known, in words: no ids are called equal without the method."""

from __future__ import annotations

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
    counts = {how: sum(one.known.get(how, 0) for one in facts.sequences) for how in HOW}
    return ", ".join(f"{count:,} {HOW[how]}" for how, count in counts.items() if count)
