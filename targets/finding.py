"""One check of ``doctor``: a setting, its value, the recommended value, and how to correct it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. *problem*: the consequence of the value ("": none); *change*: the SQL or the command that corrects it."""

    name: str
    value: str
    recommended: str
    problem: str = ""
    change: str = ""

    @property
    def ok(self) -> bool:
        return not self.problem

    def document(self) -> dict[str, object]:
        """Return the entry of ``doctor --json``."""
        return {
            "name": self.name,
            "value": self.value,
            "wanted": self.recommended,
            "lost": self.problem,
            "change": self.change,
            "well": self.ok,
        }
