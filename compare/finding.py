"""The value ``Finding``: one result of a comparison in sentences: what, how much, why, and the next step."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How a finding is to be read. INCONCLUSIVE: no verdict is possible until this is resolved."""

    INCONCLUSIVE = "inconclusive"
    WORSE = "worse"
    WARNING = "warning"
    BETTER = "better"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: *what*, *how_much*, *why* as far as it was recorded, and the *next_step* ("": there is none).

    *what* is a sentence without its full stop; the others complete their labels. *query_key*: the query that it is about ("":
    none).
    """

    candidate: str
    severity: Severity
    what: str
    how_much: str = ""
    why: str = ""
    next_step: str = ""
    query_key: str = ""

    def details(self) -> tuple[tuple[str, str], ...]:
        """Return what is known besides *what*: pairs of a label and a text."""
        pairs = (("How much", self.how_much), ("Why", self.why), ("Next step", self.next_step))
        return tuple((label, text) for label, text in pairs if text)

    def document(self) -> dict[str, str]:
        """Return it for a JSON document."""
        return {**asdict(self), "severity": self.severity.value}


def counted(number: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "query", "queries"), counted(1200, "query", "queries")
    ('1 query', '1,200 queries')
    """
    return f"{number:,} {one if number == 1 else many}"
