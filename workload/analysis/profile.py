"""All that ``inspect`` tells of a workload, in one value: the terminal prints it, the page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.workload.analysis.commit_order import OrderQuality, order_quality
from pgrehearse.workload.analysis.load import Group, Load, group, load
from pgrehearse.workload.analysis.skew import Tenants, tenants
from pgrehearse.workload.analysis.summary import Summary, summarise
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the workload *name* holds; *group* and *tenants* where they were asked for."""

    name: str
    manifest: Manifest
    summary: Summary
    load: Load
    order: OrderQuality
    group: Group | None = None
    tenants: Tenants | None = None

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --json`` adds to capture's document."""
        return {
            **self.summary.document(),
            **self.load.document(),
            "order": asdict(self.order),
            **({"group": asdict(self.group)} if self.group else {}),
            **(self.tenants.document() if self.tenants else {}),
        }


def portrait(workload: Workload, *, top: int, tables: Sequence[str] = (), tenant: str | None = None) -> Portrait:
    """Compute it. *top*: how many queries; *tables*: a group to move out; *tenant*: a column or parameter to spread the load over."""
    return Portrait(
        name=workload.path.name,
        manifest=workload.manifest,
        summary=summarise(workload, top=top),
        load=load(workload),
        order=order_quality(workload),
        group=group(workload, list(tables)) if tables else None,
        tenants=tenants(workload, tenant) if tenant else None,
    )
