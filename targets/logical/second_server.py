"""The second server of a move on this machine: an embedded server with the roles and the empty database of the first one."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import account, run
from pgrehearse.targets.embedded.cluster import Cluster, Shape


def create(home: Path, version: int, first: Cluster, database: str, settings: dict[str, str]) -> Cluster:
    """Create and start the second server in the folder *home*. Raises ``HarnessFailure`` if a role or the database cannot be created."""
    main = first.endpoint(database)
    second = clusters.create(home, version=version, name=home.name, shape=Shape(main.user), settings=settings)
    clusters.start(second)
    roles, definition = second.home / "roles.sql", second.home / "database.dump"
    run(
        [second.program("pg_dumpall"), "--globals-only", "--no-role-passwords", f"--file={roles}"],
        environment=main.to(database="postgres").variables(),
    )
    # Without the first role: initdb has created it, and CREATE ROLE of it would fail.
    restored = roles.read_text().replace(f"CREATE ROLE {main.user};\n", "")
    roles.write_text(restored)
    account().give(roles)
    elsewhere = second.endpoint().variables()
    run([second.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", roles], environment=elsewhere)
    # No schema has this name: the archive has the database and its settings only.
    run(
        [
            second.program("pg_dump"),
            "--format=custom",
            "--create",
            "--schema-only",
            "--exclude-schema=*",
            f"--file={definition}",
        ],
        environment=main.variables(),
    )
    run(
        [second.program("pg_restore"), "--create", "--exit-on-error", "--dbname=postgres", definition],
        environment=elsewhere,
    )
    return second
