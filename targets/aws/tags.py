"""The tags of everything that pgrehearse creates at AWS: who created it, in which run, and when it may be removed.

A tag is set by the request that creates a thing, so that nothing of ours exists without it. AWS copies the tags of a snapshot to what is
restored from it; so tags alone prove nothing without the name, which contains the run token.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pgrehearse.base.clock import SECOND

OWNER, RUN, EXPIRES = "pgrehearse:owner", "pgrehearse:run", "pgrehearse:expires"
PREFIX = "pgrehearse-"


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of one thing. *expires_us*: 0: its tag is not a time."""

    owner: str
    run: str
    expires_us: int

    @classmethod
    def of(cls, tags: Iterable[Mapping[str, str]]) -> Tags | None:
        """Return our tags in a list of AWS (``[{"Key": .., "Value": ..}]``); None if one of the three is missing."""
        values = {tag.get("Key", ""): tag.get("Value", "") for tag in tags}
        if not values.get(RUN) or OWNER not in values or EXPIRES not in values:
            return None
        return cls(values[OWNER], values[RUN], _us(values[EXPIRES]))

    def is_expired(self, now_us: int) -> bool:
        """Return whether the thing may be removed; not if its time is not known."""
        return 0 < self.expires_us <= now_us

    def names(self, name: str) -> bool:
        """Return whether a name is one of this run's."""
        return name == f"{PREFIX}{self.run}" or name.startswith(f"{PREFIX}{self.run}-")


def run_of(tags: Iterable[Mapping[str, str]]) -> str:
    """Return the run token in a list of tags ("": there is none)."""
    return next((tag.get("Value", "") for tag in tags if tag.get("Key") == RUN), "")


def _us(text: str) -> int:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return 0
    return round(at.timestamp() * SECOND) if at.tzinfo is not None else 0
