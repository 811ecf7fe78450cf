"""The README's ten minutes, command by command, with a Django application whose ids are serial, on servers that a team restored itself."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.read import Workload
from tests.conftest import superuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

ROOT = Path(__file__).parents[2]
SOURCE = "postgresql://postgres@prod/app"
SIDE = re.compile(r"postgresql://postgres@restored-(\d+)/app")
BACKUP_DONE = "2026-11-28T10:00:00Z"
LOGS = "/var/log/postgresql/*.csv"


def commands() -> list[list[str]]:
    """Return the commands of the README's section, as a shell would split them."""
    text = (ROOT / "README.md").read_text()
    section = text.split("\n## Ten minutes with your own logs\n", 1)[1].split("\n## ", 1)[0]
    return [shlex.split(line) for line in section.splitlines() if re.match(r" +pgrehearse ", line)]


@dataclass
class Walk:
    """A production with its shop, the backup that its log began from, and the servers restored from it."""

    home: Path
    work: Path
    production: Cluster
    since: str = ""
    sides: dict[str, Cluster] = field(default_factory=dict)
    replayed: set[str] = field(default_factory=set)

    @property
    def backup(self) -> Path:
        return self.home / "backup"

    def shop(self, *words: str) -> None:
        """Run the application against production."""
        dsn = f"postgresql://shop@127.0.0.1:{self.production.port}/app"
        subprocess.run([sys.executable, "-m", "tests.shop", dsn, *words], check=True, cwd=ROOT)

    def begin(self, *trade: str) -> None:
        """Take the backup, and let the shop trade for a while."""
        clusters.base_backup(self.production, self.backup)
        self.since = dt.datetime.now(dt.UTC).isoformat()
        self.shop("trade", *trade)

    def restore(self, name: str) -> None:
        """Restore a side from the backup, in the place of what was there."""
        if name in self.sides:
            clusters.destroy(self.sides[name])
        home = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.home))
        self.sides[name] = clusters.restore(self.backup, home, version=16, name=name, settings={"fsync": "off"})
        clusters.start(self.sides[name])
        self.replayed.discard(name)

    def run(self, words: list[str], *more: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the README with this machine's servers and files in the place of its examples."""
        side = next((found[1] for word in words if (found := SIDE.fullmatch(word))), "")
        if "adopt" in words and (side not in self.sides or side in self.replayed):
            self.restore(side)  # what the README says before these commands
        if words[1] == "replay":
            self.replayed.add(side)
        given = [real for word in words[1:] for real in self._here(word, side)]
        return subprocess.run(
            [sys.executable, "-m", "pgrehearse", *given, *more],
            cwd=self.work,
            input="y\n",
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
        )

    def _here(self, word: str, side: str) -> list[str]:
        """Return what a word of the README is on this machine; a DSN or log that is not known here fails the test."""
        if word == LOGS:
            return [str(path) for path in self.production.logs.glob("*.csv")]
        if word == SOURCE:
            return [f"postgresql://postgres@127.0.0.1:{self.production.port}/app"]
        if SIDE.fullmatch(word):
            return [f"postgresql://postgres@127.0.0.1:{self.sides[side].port}/app"]
        if word.endswith(".csv"):
            return [str(self.sides[side].csvlog)]
        assert "://" not in word, word
        return [self.since if word == BACKUP_DONE else word]


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    """A production on which the shop has its tables; its servers are nobody's embedded ones."""
    home = Path(tempfile.mkdtemp(prefix="walk-"))
    home.chmod(0o711)
    production = clusters.create(home / "production", version=16, name="production", settings={"fsync": "off"})
    made = Walk(home, tmp_path, production)
    try:
        clusters.start(production)
        with superuser(production) as connection:
            connection.execute("create role shop login")
            connection.execute("create database app owner shop")
        made.shop("create")
        yield made
    finally:
        for cluster in [production, *made.sides.values()]:
            clusters.stop(cluster)
        shutil.rmtree(home)


def failed_anew(workload: Path, run: Path) -> float:
    """Return the share of a run's transactions in which a statement failed that went well in production."""
    keys = ["session", "seq"]
    events = Workload.open(workload).events().select(*keys, "transaction", captured="sqlstate")
    outcomes = Run.open(run).outcomes().select(*keys, "status", "sqlstate")
    both = outcomes.join(events, on=keys).collect().filter(pl.col("transaction").is_not_null())
    failed = (pl.col("status") == "failed") & pl.col("captured").is_null()
    return float(both.group_by("session", "transaction").agg(failed.any())["status"].mean() or 0.0)  # type: ignore[arg-type]


def walked(walk: Walk) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
    """Run every command of the README; return what `compare` printed, and the comparison's document."""
    known = commands()
    assert known[-1][1] == "compare"
    for words in known[:-1]:
        done = walk.run(words)
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    shown = walk.run(known[-1])
    document = json.loads(walk.run(known[-1], "--json").stdout)
    assert (walk.work / "report.html").stat().st_size > 0
    return shown, document


def test_the_commands_of_the_readme_end_in_a_true_verdict(walk: Walk) -> None:
    """One session: the copies draw production's ids, nothing fails, and what did not change is not called a change."""
    walk.begin("--buyers", "1", "--keep-connections", "--seconds", "4")
    shown, document = walked(walk)
    sides = [walk.work / name for name in ("control.run", "candidate.run")]
    assert [failed_anew(walk.work / "prod.workload", run) for run in sides] == [0, 0]
    assert document["candidates"][0]["errors"]["new"] == 0
    assert document["verdict"] in {"unchanged", "inconclusive"}, document["reasons"]
    assert shown.returncode == {"unchanged": 0, "inconclusive": 5}[document["verdict"]]


def test_a_rehearsal_whose_transactions_failed_is_inconclusive(walk: Walk) -> None:
    """Many buyers: ids are drawn in another order, orders fail on both sides; the verdict says so, and what to do."""
    walk.begin("--buyers", "12", "--seconds", "3")
    shown, document = walked(walk)
    truth = failed_anew(walk.work / "prod.workload", walk.work / "control.run")
    assert truth > 0.01, "this traffic should have failed"
    assert document["verdict"] == "inconclusive"
    assert shown.returncode == 5
    assert "foreign key" in shown.stdout
