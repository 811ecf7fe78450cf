"""What events have paused or set is put back: at the end of the replay, and by a watchdog if the command is killed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.scenarios.events.cut_over import MovingGroup
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.read_only import FormerSettings, put_back_setting
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.source import Source


@dataclass(frozen=True, slots=True)
class PutBack:
    """*target*: of the replay; *former*: its setting before events that make it read-only (None: there is none); *consoles*: of the poolers
    that events pause; *group*: of tables, whose replication ends (None: no tables move)."""

    target: EventTarget
    former: FormerSettings | None = None
    consoles: tuple[Console, ...] = ()
    group: MovingGroup | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no event changes anything that has to be put back."""
        return self.former is None and not self.consoles and self.group is None

    async def execute(self) -> None:
        """Resume the poolers and put the setting back; all of it may be so already. Raises ``TargetProblem`` for what cannot be reached."""
        for console in self.consoles:
            await console.resume()
        if self.former is not None:
            await put_back_setting(self.target, self.former)
        if self.group is not None:
            await self.group.put_back()

    def task(self) -> dict[str, Any]:
        """Return all of it for the watchdog, with passwords: it is sent through a pipe."""
        cluster, source = self.target.cluster, self.target.source
        return {
            "endpoint": self.target.endpoint.document(),
            "databases": list(self.target.databases),
            "source": asdict(source) if source is not None else None,
            "denied": list(self.target.denied),
            "data_directory": str(cluster.data) if cluster is not None else "",
            "port": cluster.port if cluster is not None else 0,
            "former": dict(self.former.values) if self.former is not None else None,
            "consoles": [console.document() for console in self.consoles],
            "group": self.group.task() if self.group is not None else None,
        }

    @classmethod
    def of_task(cls, task: Mapping[str, Any]) -> PutBack:
        """Return what ``task`` describes."""
        target = EventTarget(
            Endpoint.of(task["endpoint"]),
            tuple(task["databases"]),
            Source(**task["source"]) if task["source"] is not None else None,
            registry.of_data_directory(task["data_directory"], task["port"]) if task["data_directory"] else None,
            denied=tuple(task["denied"]),
        )
        former = FormerSettings(task["former"]) if task["former"] is not None else None
        group = MovingGroup.of_task(task["group"], target) if task["group"] is not None else None
        return cls(target, former, tuple(Console.of(one) for one in task["consoles"]), group)
