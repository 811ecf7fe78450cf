"""(b) Engine versions: which there are, what each can become, and which instance classes run it.

The versions are a selection, with those of PostgreSQL that run on this machine; Aurora of 18 is assumed. Sources: RDS API reference,
DescribeDBEngineVersions (ValidUpgradeTarget of an RDS engine also has the versions of Aurora that its snapshots can be restored as);
"Migrating data to Aurora PostgreSQL from an RDS DB snapshot" (same major version, the same or a later minor version).
"""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.aws.standin.exchange import Answer, Call, Refused

RDS, AURORA = "postgres", "aurora-postgresql"
VERSIONS = {
    RDS: ("13.20", "14.17", "15.10", "15.12", "16.4", "16.6", "16.8", "17.4", "18.1"),
    AURORA: ("13.20", "14.17", "15.10", "15.12", "16.4", "16.6", "16.8", "17.4", "18.1"),
}
DEFAULT = "16.8"
_SIZES = ("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge")
_MEMORY = [f"db.{family}.{size}" for family, size in product(("r6g", "r6i", "r7g", "r8g"), _SIZES)]
_GENERAL = [f"db.{family}.{size}" for family, size in product(("m6g", "m7g"), _SIZES)]
_SMALL = ["db.t3.micro", "db.t3.medium", "db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.t4g.large"]
CLASSES = {
    RDS: (*_GENERAL, *_MEMORY, *_SMALL),
    AURORA: (*_MEMORY, "db.t3.medium", "db.t4g.medium", "db.t4g.large", "db.serverless"),
}


def number(version: str) -> tuple[int, ...]:
    """Return a version's numbers, in the order of versions."""
    return tuple(int(part) for part in version.split("."))


def major(version: str) -> str:
    """Return the major version."""
    return version.partition(".")[0]


def family(engine: str, version: str) -> str:
    """Return the family of parameter groups of a version."""
    return f"{engine}{major(version)}"


def check_version(engine: str, version: str) -> None:
    """Raise ``Refused`` if an engine has no such version."""
    if engine in VERSIONS and version not in VERSIONS[engine]:
        raise Refused("InvalidParameterCombination", f"Cannot find version {version} for {engine}")


def targets(engine: str, version: str) -> list[tuple[str, str]]:
    """Return the engines and versions that a version can become."""
    same = [(engine, other) for other in VERSIONS[engine] if number(other) > number(version)]
    return same + [(AURORA, other) for other in VERSIONS[AURORA] if engine == RDS and _is_restorable(version, other)]


def _is_restorable(version: str, other: str) -> bool:
    return major(version) == major(other) and number(other) >= number(version)


def check_restore(source: str, engine: str, version: str) -> None:
    """Raise ``Refused`` if a snapshot of version *source* cannot be restored as *version*: another major version, or an earlier one.

    A snapshot of another engine, too, is restored with its own major version; major versions are changed afterwards.
    """
    check_version(engine, version)
    if not _is_restorable(source, version):
        raise Refused(
            "InvalidParameterCombination", f"Cannot upgrade {engine} from {source} to {version} while restoring"
        )


def described(call: Call) -> Answer | None:
    """DescribeDBEngineVersions, and DescribeOrderableDBInstanceOptions of PostgreSQL."""
    if call.action == "DescribeDBEngineVersions":
        return call.answer({"DBEngineVersions": [_described(*one) for one in _asked(call.parameters())]})
    if call.action == "DescribeOrderableDBInstanceOptions" and call.parameters().get("Engine") in VERSIONS:
        return _orderable(call)
    return None


def _asked(wanted: dict[str, Any]) -> list[tuple[str, str]]:
    engines = [wanted["Engine"]] if wanted.get("Engine") else list(VERSIONS)
    version = wanted.get("EngineVersion", "")
    return [
        (engine, one)
        for engine in engines
        for one in VERSIONS.get(engine, ())
        if not version or version in {one, major(one)}
        if wanted.get("DBParameterGroupFamily", family(engine, one)) == family(engine, one)
        if not wanted.get("DefaultOnly") or one == (version or DEFAULT)
    ]


def _described(engine: str, version: str) -> dict[str, Any]:
    return {
        "Engine": engine,
        "EngineVersion": version,
        "MajorEngineVersion": major(version),
        "DBParameterGroupFamily": family(engine, version),
        "Status": "available",
        "SupportedEngineModes": ["provisioned"],
        "ExportableLogTypes": ["postgresql", "upgrade"],
        "ValidUpgradeTarget": [
            {
                "Engine": target,
                "EngineVersion": other,
                "AutoUpgrade": False,
                "IsMajorVersionUpgrade": major(other) != major(version),
                "Description": f"{target} {other}",
            }
            for target, other in targets(engine, version)
        ],
    }


def _orderable(call: Call) -> Answer:
    """Return the classes of a version, in pages of 100 (MaxRecords)."""
    wanted = call.parameters()
    engine, begin, size = wanted["Engine"], int(wanted.get("Marker") or 0), int(wanted.get("MaxRecords") or 100)
    rows = [
        {
            "Engine": engine,
            "EngineVersion": version,
            "DBInstanceClass": name,
            "LicenseModel": "postgresql-license",
            "StorageType": storage,
            "SupportsStorageEncryption": True,
            "SupportsPerformanceInsights": True,
            "SupportsIAMDatabaseAuthentication": True,
            "MultiAZCapable": engine == RDS,
            "ReadReplicaCapable": engine == RDS,
            "Vpc": True,
            "AvailabilityZones": [{"Name": f"{call.region}{zone}"} for zone in "abc"],
        }
        for version in VERSIONS[engine]
        for name in CLASSES[engine]
        for storage in (("aurora", "aurora-iopt1") if engine == AURORA else ("gp3", "io1"))
        if wanted.get("EngineVersion", version) == version and wanted.get("DBInstanceClass", name) == name
    ]
    page: dict[str, Any] = {"OrderableDBInstanceOptions": rows[begin : begin + size]}
    if begin + size < len(rows):
        page["Marker"] = str(begin + size)
    return call.answer(page)
