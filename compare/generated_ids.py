"""How the sides of a comparison got the ids that their statements drew. No ids are called equal without the method by which they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.runs.id_methods import id_methods, method_words
from pgrehearse.runs.run_facts import IdFacts


@dataclass(frozen=True, slots=True)
class SideIds:
    """The ids of one run. *facts*: which of production's ids its statements drew, and how they are known (None: the target's own)."""

    name: str
    facts: IdFacts | None = None

    @property
    def unverified(self) -> list[str]:
        """The sequences whose ids follow from their order only: no later statement uses one of them."""
        return [one.sequence for one in self.facts.sequences if one.known and not one.verified] if self.facts else []

    def words(self) -> str:
        """Return how the side got its ids, in a sentence without a period."""
        if self.facts is None:
            return f"{self.name} drew its own ids from sequences"
        not_used = f"; unverified, because no later statement uses them: {', '.join(self.unverified)}"
        return f"{self.name} drew production's ids ({id_methods(self.facts)})" + (not_used if self.unverified else "")

    def document(self) -> dict[str, Any]:
        """Return the entry of a JSON document."""
        sequences = self.facts.sequences if self.facts else []
        return {
            "side": self.name,
            "production": self.facts is not None,
            "sequences": [{**asdict(one), "verified": one.verified} for one in sequences],
            "not_given": list(self.facts.not_given) if self.facts else [],
        }


def differing_methods(sides: Sequence[SideIds]) -> list[str]:
    """Return, for each sequence whose ids two sides know by different methods, how each of them knows them.

    >>> from pgrehearse.runs.run_facts import SequenceIds
    >>> first = SideIds("a", IdFacts([SequenceIds("shop", "public.s", known={"guessed": 2})]))
    >>> differing_methods([first, SideIds("b", IdFacts([SequenceIds("shop", "public.s", known={"counted": 2})]))])
    ['public.s: a 2 guessed, b 2 counted in a first pass']
    """
    known = [
        {(one.database, one.sequence): one.known for one in side.facts.sequences} if side.facts else {}
        for side in sides
    ]
    places = sorted({place for one in known for place in one})
    return [
        f"{name}: "
        + ", ".join(
            f"{side.name} {method_words(one.get((database, name), {})) or 'none'}"
            for side, one in zip(sides, known, strict=True)
        )
        for database, name in places
        if len({tuple(sorted(one.get((database, name), {}).items())) for one in known}) > 1
    ]
