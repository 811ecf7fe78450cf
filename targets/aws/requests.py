"""The requests of a plan: what each creates, what it waits for, how things are named and tagged."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pgrehearse.base.clock import instant
from pgrehearse.targets.aws.tags import EXPIRES, OWNER, PREFIX, RUN
from pgrehearse.targets.target import DataOrigin

# The longest name of a cluster or an instance (RDS API reference, CreateDBCluster).
LONGEST_NAME = 63


# The step of a plan that is no request: outbound paths are closed by SQL, and the mark is written. Nothing is written before it.
MARK = "mark"


class Kind(StrEnum):
    """What a target consists of at AWS: the kinds in its journal."""

    CLUSTER = "db-cluster"
    INSTANCE = "db-instance"
    SNAPSHOT = "db-snapshot"
    CLUSTER_SNAPSHOT = "db-cluster-snapshot"
    GROUP = "db-parameter-group"
    CLUSTER_GROUP = "db-cluster-parameter-group"
    PROXY = "db-proxy"


@dataclass(frozen=True, slots=True)
class RunTags:
    """*run*: the token of the run, in all names and tags; *owner*: who created it; *expires_us*: when it may be removed;
    *generation*: 1, and one more after each reset."""

    run: str
    owner: str
    expires_us: int
    generation: int = 1

    def name(self, part: str) -> str:
        """Return the name of a part.

        >>> RunTags("4f2a", "ana", 0).name("writer"), RunTags("4f2a", "ana", 0, 2).name("writer")
        ('pgrehearse-4f2a-writer', 'pgrehearse-4f2a-2-writer')
        """
        turn = f"-{self.generation}" if self.generation > 1 else ""
        name = f"{PREFIX}{self.run}{turn}-{part}"
        if len(name) > LONGEST_NAME or not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
            raise ValueError(f"not a name at AWS: {name}")
        return name

    def tags(self) -> list[dict[str, str]]:
        """Return the tags that each creation has."""
        values = (
            (OWNER, self.owner),
            (RUN, self.run),
            (EXPIRES, instant(self.expires_us).isoformat(timespec="seconds")),
        )
        return [{"Key": key, "Value": value} for key, value in values]


@dataclass(frozen=True, slots=True)
class SecretOf:
    """In the parameters of a request: the ARN of the secret with the master password of *name*, known when it exists."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"(the ARN of the secret of {self.name})"


@dataclass(frozen=True, slots=True)
class Request:
    """One request to RDS. *action*: the method of boto3's client; *kind*, *name*: what it creates ("": nothing); *after*: what must be
    available before it; *removes*: what it deletes; *caught_up*: the replica that must have reached production before it."""

    action: str
    parameters: dict[str, Any]
    kind: str = ""
    name: str = ""
    after: tuple[str, ...] = ()
    removes: str = ""
    caught_up: str = ""

    def __str__(self) -> str:
        """Return the request as a line of ``--dry-run``; tags are the same for all, and left out."""
        shown = {key: value for key, value in self.parameters.items() if key != "Tags"}
        waits = f" (after {', '.join(self.after)})" if self.after else ""
        return f"{self.action} {json.dumps(shown, default=str)}{waits}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is requested, in this order. *cluster*, *writer*, *readers*, *proxy*: the names of what then exists ("": there is none);
    *data*: the state of production (a snapshot that does not exist yet has no instant); *start*: the snapshot that a reset restores
    ("": none); *follows*: the production instance that is watched until the promotion ("": none); *notes*: what is different from
    production."""

    requests: tuple[Request, ...]
    cluster: str = ""
    writer: str = ""
    readers: tuple[str, ...] = ()
    proxy: str = ""
    data: DataOrigin = field(default_factory=DataOrigin)
    start: str = ""
    follows: str = ""
    notes: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)

    def lines(self) -> tuple[str, ...]:
        """Return the plan as text, for ``--dry-run``."""
        return (*map(str, self.requests), *(f"note: {note}" for note in self.notes))


def kinds_of(requests: Sequence[Request]) -> dict[str, str]:
    """Return the kind of each thing that is created, by its name."""
    return {request.name: request.kind for request in requests if request.name}
