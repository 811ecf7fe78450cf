"""What-if changes of which statements are sent: a cache in front of queries, and one server of a placement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.filters import StatementFilter, parse_filter
from pgrehearse.workload.placement import Placement

_SHARE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*%\s*")


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache that answers a *share* of the reads that *what* selects: they are not sent."""

    what: StatementFilter
    share: float

    def __str__(self) -> str:
        return f"{self.what}: {self.share * 100:g}%"


@dataclass(frozen=True, slots=True)
class OneServer:
    """The part of the traffic that goes to the *server* of a *placement*."""

    placement: Placement
    server: str

    def __post_init__(self) -> None:
        names = [one.name for one in self.placement.servers]
        if self.server not in names:
            raise UsageProblem(
                f"--server {self.server!r} is not in {self.placement.path}",
                remedy=f"use one of its servers: {', '.join(names)}",
            )

    def __str__(self) -> str:
        return f"server {self.server} of {self.placement.path}"


def parse_caches(texts: Sequence[str]) -> tuple[Cache, ...]:
    """Parse ``NAME=VALUE: SHARE%`` of ``--cache``.

    >>> str(parse_caches(["query=6a4d16ff: 90%"])[0])
    'query=6a4d16ff: 90%'
    """
    return tuple(map(_cache, texts))


def _cache(text: str) -> Cache:
    what, colon, share = text.rpartition(":")
    number = _SHARE.fullmatch(share)
    if not colon or number is None or not 0 < float(number[1]) <= 100:
        raise UsageProblem(
            f"invalid --cache {text!r}", remedy="write NAME=VALUE: SHARE, such as 'query=6a4d16ff4b8a04ff: 90%'"
        )
    return Cache(parse_filter("--cache", [what.strip()]), float(number[1]) / 100)
