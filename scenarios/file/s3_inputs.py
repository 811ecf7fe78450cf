"""The inputs of a scenario that are in S3 are read from copies in the user's cache."""

from __future__ import annotations

from dataclasses import replace

from pgrehearse.base.errors import BadInput
from pgrehearse.base.progress import Stages
from pgrehearse.base.s3_cache import SCHEME, local
from pgrehearse.scenarios.file.scenario_file import Scenario


def with_local_inputs(scenario: Scenario, stages: Stages) -> Scenario:
    """Return the scenario with the paths of copies in the place of s3://bucket/name.

    Raises ``BadInput`` if a workload or a state cannot be read there, or the scenario would write into it.
    """
    production = scenario.production
    if production.workload.startswith(SCHEME) and scenario.replay.passes == 2:
        raise BadInput(
            f"{production.workload}: two passes write the counted ids into the workload, which is in S3",
            remedy="copy the workload to this machine, and set production.workload to its path",
        )
    workload, end_state = (_copy(path, stages) for path in (production.workload, production.end_state))
    return replace(scenario, production=replace(production, workload=workload, end_state=end_state))


def _copy(path: str, stages: Stages) -> str:
    return str(local(path, stages)) if path.startswith(SCHEME) else path
