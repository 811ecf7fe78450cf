"""All results of ``inspect`` for a workload in one value, for the terminal, the HTML page and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.workload.analysis.clock import ClockStatements, clock_statements
from pgrehearse.workload.analysis.commit_order import OrderQuality, order_quality
from pgrehearse.workload.analysis.load import Group, Load, group, load
from pgrehearse.workload.analysis.placement import PlacedLoad, place
from pgrehearse.workload.analysis.skew import Tenants, tenants
from pgrehearse.workload.analysis.summary import Summary, summarise
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.placement import Placement
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class WorkloadProfile:
    """The analyses of the workload *name*; *group*, *tenants* and *placed* if they were requested."""

    name: str
    manifest: Manifest
    summary: Summary
    load: Load
    order: OrderQuality
    clock: ClockStatements
    group: Group | None = None
    tenants: Tenants | None = None
    placed: PlacedLoad | None = None

    def document(self) -> dict[str, Any]:
        """Return what ``inspect --json`` adds to capture's document."""
        return {
            **self.summary.document(),
            **self.load.document(),
            "order": asdict(self.order),
            "clock": self.clock.document(),
            **({"group": asdict(self.group)} if self.group else {}),
            **(self.tenants.document() if self.tenants else {}),
            **(self.placed.document() if self.placed else {}),
        }


def read_profile(
    workload: Workload,
    *,
    top: int,
    tables: Sequence[str] = (),
    tenant: str | None = None,
    placement: Placement | None = None,
) -> WorkloadProfile:
    """Compute the profile. *top*: the number of queries; *tables*: a group of tables to move out; *tenant*: the column or parameter by
    whose values the load is grouped; *placement*: of schemas and tables on servers."""
    return WorkloadProfile(
        name=workload.path.name,
        manifest=workload.manifest,
        summary=summarise(workload, top=top),
        load=load(workload),
        order=order_quality(workload),
        clock=clock_statements(workload),
        group=group(workload, list(tables)) if tables else None,
        tenants=tenants(workload, tenant) if tenant else None,
        placed=place(workload, placement) if placement else None,
    )
