"""A database that a target has just created is adopted: verified, its outbound paths closed, and marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.adoption import AdoptionRequest, adopt
from pgrehearse.targets.adoption_mark import SEVEN_DAYS_US
from pgrehearse.targets.external_access import NAMES
from pgrehearse.targets.target import DataOrigin


@dataclass
class _Consent:
    """Collects what an adoption shows, and confirms: the user's file asked for the target."""

    shown: list[str] = field(default_factory=list)

    def show(self, text: str) -> None:
        self.shown.append(text)

    async def confirm(self, question: str) -> bool:  # noqa: ARG002
        return True


def adopt_created(endpoint: Endpoint, allowed: Iterable[str], data: DataOrigin) -> tuple[str, ...]:
    """Adopt a database, and store in it which state of production its *data* is; return which outbound paths were closed.

    Raises ``TargetProblem`` for a path that can neither be closed nor is allowed.
    """
    names = frozenset(allowed)
    if unknown := names - NAMES:
        raise TargetProblem(
            f"allow: {', '.join(sorted(unknown))}: there is no outbound path of this name",
            remedy=f"use {', '.join(sorted(NAMES))}",
        )
    adopted = event_loop.run(
        adopt(endpoint, AdoptionRequest(SEVEN_DAYS_US, names, disarms=True, data=data), _Consent())
    )
    return tuple(f"outbound path closed: {statement}" for statement in adopted.closed)
