"""What decides which statements a replay sends, read from its targets' catalogs."""

from __future__ import annotations

from base import loop
from base.endpoint import Endpoint
from replay.access import Passwords
from replay.decisions import Policy
from replay.plan import ReplayPlan
from replay.skip_rules import Rules
from targets.catalog import database_names
from targets.definitions import read_hazards
from workload.hazards import Hazards
from workload.read import Workload


def read_rules(workload: Workload, plan: ReplayPlan, version_num: int) -> Rules:
    """Read what names do in every database of every target that the workload's sessions go to.

    *version_num*: of the youngest target. Raises ``TargetProblem`` (exit 4) when a database cannot be read.
    """
    renamed = dict(plan.access.databases)
    names = {renamed.get(name, name) for name in workload.sessions()["database"].drop_nulls()}
    passwords = Passwords(plan.access.password_command)
    found: dict[str, Hazards] = {}
    for target in plan.targets():
        for name, hazards in loop.run(_of_target(passwords.of(target), names)).items():
            found[name] = found[name].joined(hazards) if name in found else hazards
    return Rules(Policy(plan.writes, plan.allowed, version_num // 10_000), found, renamed)


async def _of_target(target: Endpoint, names: set[str]) -> dict[str, Hazards]:
    present = await database_names(target)
    return {name: await read_hazards(target.to(database=name)) for name in sorted(names & present)}
