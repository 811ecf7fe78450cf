"""Which engine version is restored, and which one it then becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pgrehearse.base.errors import BadInput
from pgrehearse.targets.aws.facts import ENGINES, EngineVersion, Form
from pgrehearse.targets.target import TargetKind


@dataclass(frozen=True, slots=True)
class Versions:
    """*restored*: the version that the data is restored with; *final*: the version of the target. They differ if an upgrade follows."""

    restored: EngineVersion
    final: EngineVersion

    @property
    def upgrade(self) -> bool:
        return self.restored.version != self.final.version

    @property
    def major(self) -> bool:
        """Whether the upgrade is one to another major version, which needs parameter groups of another family."""
        return self.restored.major != self.final.major


def choose(kind: TargetKind, data: tuple[Form, str], wanted: str, available: Sequence[EngineVersion]) -> Versions:
    """Choose the versions for *data* (the form and the version of the source). *wanted*: the target's version ("": as it is restored).

    The same engine is restored with the version of its source. Aurora has an RDS snapshot's data with the same major version and
    at least the same minor version (Aurora user guide, "Migrating data from an RDS for PostgreSQL DB instance").
    Raises ``BadInput`` if the engine has no such version, or AWS has no upgrade to it.
    """
    form, version = data
    migrates = kind == TargetKind.AURORA and form != Form.AURORA
    named = {one.version: one for one in available}
    source = EngineVersion(version, "")
    possible = [
        one
        for one in sorted(available, key=lambda one: one.order)
        if (one.major == source.major and one.order >= source.order if migrates else one.version == version)
    ]
    if not possible:
        raise BadInput(
            f"{ENGINES[kind]} has no version for the data of PostgreSQL {version} in this region",
            remedy=_versions(available) if migrates else "upgrade production to a version that AWS still restores",
        )
    if not wanted:
        return Versions(possible[0], possible[0])
    if wanted not in named:
        raise BadInput(f"engine_version: {ENGINES[kind]} has no version {wanted}", remedy=_versions(available))
    final = named[wanted]
    if final in possible:
        return Versions(final, final)
    restored = next((one for one in reversed(possible) if wanted in one.upgrades), None)
    if restored is None:
        raise BadInput(
            f"engine_version: AWS has no upgrade from {possible[-1].version} to {wanted}",
            remedy=f"use one of {', '.join(sorted(possible[-1].upgrades)) or '(none)'}",
        )
    return Versions(restored, final)


def _versions(available: Sequence[EngineVersion]) -> str:
    return f"use one of {', '.join(one.version for one in sorted(available, key=lambda one: one.order)) or '(none)'}"
