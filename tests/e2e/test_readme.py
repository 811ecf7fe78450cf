"""The commands of the README, with a Django application that has serial ids, on servers that the test restores from a backup."""

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
from typing import TYPE_CHECKING

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


def commands() -> tuple[list[list[str]], list[list[str]]]:
    """Return the commands of the README's section, as a shell would split them: those before the sides are restored, and the others."""
    text = (ROOT / "README.md").read_text()
    section = text.split("\n## Ten minutes with your own logs\n", 1)[1].split("\n## ", 1)[0]
    result = [shlex.split(line) for line in section.splitlines() if re.match(r" +pgrehearse ", line)]
    restored = next(number for number, words in enumerate(result) if words[1] == "targets")
    return result[:restored], result[restored:]


@dataclass
class Example:
    """A production server with an application, its backup at the start of the log, and the servers that were restored from the backup."""

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

    def begin(self, *options: str) -> None:
        """Take the backup, then run the application's traffic."""
        clusters.base_backup(self.production, self.backup)
        self.since = dt.datetime.now(dt.UTC).isoformat()
        self.shop("trade", *options)

    def restore(self, name: str) -> None:
        """Restore a side from the backup; a server of that side is replaced."""
        if name in self.sides:
            clusters.destroy(self.sides[name])
        home = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.home))
        self.sides[name] = clusters.restore(self.backup, home, version=16, name=name, settings={"fsync": "off"})
        clusters.start(self.sides[name])
        self.replayed.discard(name)

    def run(self, words: list[str], *more: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the README; the servers and files of the test replace those of the README."""
        side = next((match[1] for word in words if (match := SIDE.fullmatch(word))), "")
        if "adopt" in words and (side not in self.sides or side in self.replayed):
            self.restore(side)  # the README requires a restored server before these commands
        if words[1] == "replay":
            self.replayed.add(side)
        arguments = [argument for word in words[1:] for argument in self._replaced(word, side)]
        return subprocess.run(
            [sys.executable, "-m", "pgrehearse", *arguments, *more],
            cwd=self.work,
            input="y\n",
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
        )

    def _replaced(self, word: str, side: str) -> list[str]:
        """Return the arguments of the test for a word of the README; a DSN without a replacement fails the test."""
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


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """A production server with the tables of the application. Its servers are not in the registry of embedded servers."""
    home = Path(tempfile.mkdtemp(prefix="readme-"))
    home.chmod(0o711)
    production = clusters.create(home / "production", version=16, name="production", settings={"fsync": "off"})
    result = Example(home, tmp_path_factory.mktemp("captured"), production)
    try:
        clusters.start(production)
        with superuser(production) as connection:
            connection.execute("create role shop login")
            connection.execute("create database app owner shop")
        result.shop("create")
        yield result
    finally:
        for cluster in [production, *result.sides.values()]:
            clusters.stop(cluster)
        shutil.rmtree(home)


@pytest.fixture(scope="module")
def captured(example: Example) -> Path:
    """The workload of many buyers at the same time, by the first commands of the README: until the sides are restored."""
    example.begin("--buyers", "12", "--seconds", "3")
    run_all(example, commands()[0])
    return example.work / "prod.workload"


@pytest.fixture
def work(example: Example, captured: Path, tmp_path: Path) -> Example:
    """The example with a directory of its own, which contains the workload; nothing was replayed to its sides."""
    shutil.copytree(captured, tmp_path / captured.name)
    example.work = tmp_path
    example.replayed |= set(example.sides)
    return example


def share_of_new_failures(workload: Path, run: Path) -> float:
    """Return the share of a run's transactions in which a statement failed that succeeded in production."""
    keys = ["session", "seq"]
    events = Workload.open(workload).events().select(*keys, "transaction", captured="sqlstate")
    outcomes = Run.open(run).outcomes().select(*keys, "status", "sqlstate")
    joined = outcomes.join(events, on=keys).collect().filter(pl.col("transaction").is_not_null())
    failed = (pl.col("status") == "failed") & pl.col("captured").is_null()
    return float(joined.group_by("session", "transaction").agg(failed.any())["status"].mean() or 0.0)  # type: ignore[arg-type]


def run_all(example: Example, words_of_commands: list[list[str]], *options_of_replay: str) -> None:
    """Run commands of the README; each succeeds."""
    for words in words_of_commands:
        process = example.run(words, *(options_of_replay if words[1] == "replay" else ()))
        assert process.returncode == 0, f"{words}\n{process.stdout}{process.stderr}"


def test_the_commands_of_the_readme_report_no_change_of_equal_servers(work: Example) -> None:
    """Many sessions draw ids at the same time; both sides get production's ids: no statement fails, and the verdict is no change."""
    *others, compare = commands()[1]
    assert compare[1] == "compare"
    run_all(work, others)
    compared = work.run(compare, "--json")
    document = json.loads(compared.stdout)
    assert (work.work / "report.html").stat().st_size > 0
    sides = [work.work / name for name in ("control.run", "candidate.run")]
    assert [share_of_new_failures(work.work / "prod.workload", run) for run in sides] == [0, 0]
    assert document["candidates"][0]["errors"]["new"] == 0
    assert document["verdict"] in {"unchanged", "inconclusive"}, document["reasons"]
    assert compared.returncode == {"unchanged": 0, "inconclusive": 5}[document["verdict"]]


def test_a_rehearsal_whose_transactions_failed_is_inconclusive(work: Example) -> None:
    """When the sides draw their own ids, orders fail on both sides: the output names the foreign key."""
    once = commands()[1][:4]  # without the second replay of each side
    assert [words[-1] for words in once if words[1] == "replay"] == ["control.run", "candidate.run"]
    run_all(work, once, "--ids", "target")
    share = share_of_new_failures(work.work / "prod.workload", work.work / "control.run")
    assert share > 0.01, "this traffic should have failed"
    compared = work.run(["pgrehearse", "compare", "control.run", "candidate.run"])
    assert compared.returncode == 5
    assert "inconclusive" in compared.stdout
    assert "foreign key" in compared.stdout
