"""Records videos.workload and seed.sql again: the traffic of the demo application, redacted, and the seed of its statements.

Run it in this directory: python record.py. The plain workload, the dump and the key of the redaction are removed at the end.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.postgres import connect
from pgrehearse.base.progress import SILENT
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.scenarios.demo.database import DATABASE, load
from pgrehearse.scenarios.demo.kinds import play
from pgrehearse.scenarios.file.scenario_model import Application
from pgrehearse.scenarios.seed.seed import SeedOptions, make_seed
from pgrehearse.seed_view import print_seed
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction, key_of

VERSION = 16
TRAFFIC = Application(sessions=12, seconds=20.0, scale=0.005)
USERS = frozenset({"app", "legacy", "worker", "analyst"})


async def shorten(database: Endpoint) -> None:
    """Shorten the transcripts of the videos, so that the files stay small."""
    connection = await connect(database, application="pgrehearse demo")
    try:
        await connection.execute(
            "update videos set transcript = jsonb_build_object('text', left(transcript::text, 80))"
        )
    finally:
        await connection.close()


def record(cluster: Cluster, folder: Path) -> tuple[Path, Path]:
    """Run the traffic; return a dump of the data before it, and the log of the traffic."""
    server = cluster.endpoint()
    event_loop.run(load(server, TRAFFIC.scale))
    event_loop.run(shorten(server.to(database=DATABASE)))
    start, log = folder / "start.sql", folder / "traffic.csv"
    Clients(VERSION).run(
        "pg_dump", ["--no-owner", "--no-privileges", "-f", start, "-d", DATABASE], server.to(database=DATABASE)
    )
    before = cluster.csvlog.stat().st_size
    event_loop.run(play(server, TRAFFIC))
    clusters.stop(cluster)
    log.write_bytes(cluster.csvlog.read_bytes()[before:])
    return start, log


def main() -> None:
    """Record the files of the example."""
    home = registry.workspace()
    cluster = clusters.create(home / "videos", version=VERSION, name="videos", settings={"fsync": "off"})
    clusters.start(cluster)
    with TemporaryDirectory() as name:
        folder = Path(name)
        start, log = record(cluster, folder)
        shutil.rmtree(home)
        redaction = Redaction(key_of(folder / "key"))
        plain = folder / "plain.workload"
        for output, replaced in ((plain, None), (Path("videos.workload"), redaction)):
            options = CaptureOptions((log,), output, force=True, redaction=replaced, selection=Selection(users=USERS))
            capture_logs(options, tool_version=tool_version())
        print_seed(
            make_seed(Workload.open(plain), Path("seed.sql"), SeedOptions(str(start), redaction=redaction), SILENT)
        )


if __name__ == "__main__":
    main()
