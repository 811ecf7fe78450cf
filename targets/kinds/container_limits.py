"""How many processors and how much memory a container may use: at its creation, and after a change while it is in use.

``docker update`` changes neither in a container that was created with NanoCpus, so that a limit of processors is a quota of a period
(https://docs.docker.com/reference/api/engine/, ContainerUpdate).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.base.units import parse_bytes

CPUS, MEMORY = "cpus", "memory"
_PERIOD_US = 100_000
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_UNLIMITED = -1


def limits(cpus: float, memory: str) -> dict[str, int]:
    """Return the options of a container with these limits (0, "": none), for its creation and for its change."""
    found = {"cpu_period": _PERIOD_US, "cpu_quota": round(cpus * _PERIOD_US)} if cpus else {}
    # Memory and swap together are twice the memory, as Docker has it where nothing is given.
    return found | ({"mem_limit": parse_bytes(memory), "memswap_limit": 2 * parse_bytes(memory)} if memory else {})


def check_size(size: Mapping[str, str]) -> None:
    """Raise ``BadInput`` for a size that a container cannot get, and ``UsageProblem`` for a size of memory that is none."""
    for key, value in size.items():
        if key not in {CPUS, MEMORY}:
            raise BadInput(
                f"scale.{key}: the settings of a container are not changed while it is in use",
                remedy=f"use {CPUS} and {MEMORY}; for a setting an event with sql: alter system, and pg_reload_conf()",
            )
        if key == CPUS and not (_NUMBER.fullmatch(value) and float(value)):
            raise BadInput(f"scale.{CPUS} is {value!r}", remedy="use a number of processors: 0.5 or 2")
    parse_bytes(size.get(MEMORY, "0"))


def changes(size: Mapping[str, str]) -> dict[str, int]:
    """Return the options with which a container gets another size; what *size* does not name stays."""
    return limits(float(size.get(CPUS, 0)), size.get(MEMORY, ""))


def put_back(host: Mapping[str, Any], cpus: float, memory: str) -> dict[str, int]:
    """Return the options with which a container gets its limits of the beginning again (empty: it has them). *host*: its HostConfig."""
    wanted = limits(cpus, memory)
    quota, most = wanted.get("cpu_quota", 0), wanted.get("mem_limit", 0)
    found: dict[str, int] = {}
    if not host.get("NanoCpus") and _limit(host, "CpuQuota") != quota:
        found |= {"cpu_period": _PERIOD_US, "cpu_quota": quota or _UNLIMITED}
    if _limit(host, "Memory") != most:
        found |= {"mem_limit": most or _UNLIMITED, "memswap_limit": wanted.get("memswap_limit", _UNLIMITED)}
    return found


def _limit(host: Mapping[str, Any], key: str) -> int:
    """Return a limit of a container (0: it has none)."""
    return max(int(host.get(key) or 0), 0)
