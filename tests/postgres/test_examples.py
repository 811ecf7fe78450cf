"""The pages about pipelines and about an index question are walked: their commands are executed with the example that they name."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.progress import SILENT
from pgrehearse.scenarios.seed.seed import SeedOptions, document_beside, make_seed
from pgrehearse.targets.data.clients import Clients
from pgrehearse.workload.read import Workload
from tests.conftest import held_to_schema, new_database

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "ci"


def walk(page: str, folder: Path) -> list[dict[str, Any]]:
    """Execute the commands of a page that begin with ``cd examples/ci``, and return their JSON documents, with their exit codes."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"```bash\ncd examples/ci\n(.*?)```", text, re.DOTALL)
    shutil.copytree(EXAMPLE, folder)
    results = []
    for line in block.strip().splitlines():
        words = [sys.executable, "-m", *shlex.split(line), "--json"]
        done = subprocess.run(
            words,
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
        document = json.loads(done.stdout)
        held_to_schema(words[3], document)
        results.append({**document, "code": done.returncode})
    return results


@pytest.mark.soak
def test_the_page_about_pipelines(tmp_path: Path) -> None:
    """A migration that passes, and one that does not: an inconclusive result is possible on a busy machine, and a wrong one is not."""
    passes, fails = walk("ci.md", tmp_path / "ci")
    assert passes["code"] in {0, 5}
    assert fails["code"] in {1, 5}
    for document, change in ((passes, "ALTER TABLE"), (fails, "DROP INDEX")):
        assert document["exit_code"] == document["code"]
        assert [one["tag"] for one in document["migrations"][0]["statements"]] == [change]
        assert (document["code"] == 5) == (document["verdict"] == "inconclusive")
        outcomes = {gate["gate"]: gate["outcome"] for gate in document["gates"]}
        assert outcomes["coverage >= 95 %"] == "passed"
        assert outcomes["errors.new == 0"] in {"passed", "inconclusive"}
    if fails["code"] == 1:
        assert fails["reasons"][0].startswith(
            "1 query is slower, first: select id, status from orders where customer_id"
        )


@pytest.mark.soak
def test_the_seed_of_the_example_is_made_of_a_dump_of_its_production(pg16: Cluster, tmp_path: Path) -> None:
    """To the same bytes, except for the minor version of PostgreSQL; every statement finds the same number of rows in it."""
    new_database(pg16, "shop", (EXAMPLE / "production.sql").read_text())
    dump, seed = tmp_path / "production.dump", tmp_path / "seed.sql"
    Clients(16).run("pg_dump", ["-Fc", "-f", dump, "-d", "shop"], pg16.endpoint("shop"))
    made = make_seed(Workload.open(EXAMPLE / "shop.workload"), seed, SeedOptions(str(dump)), SILENT)
    assert made.verification is not None
    assert (made.verification.different, dict(made.uncovered)) == (0, {})
    assert without_versions(seed) == without_versions(EXAMPLE / "seed.sql")
    assert document_beside(seed).read_text() == document_beside(EXAMPLE / "seed.sql").read_text()


def without_versions(seed: Path) -> list[str]:
    """Return the lines of a seed without the versions of server and pg_dump, and without the keys that depend on them."""
    passing = ("-- Dumped ", "\\restrict ", "\\unrestrict ")
    return [line for line in seed.read_text().splitlines() if not line.startswith(passing)]


@pytest.mark.soak
def test_the_page_about_an_index_question(tmp_path: Path) -> None:
    """The statements that write the table are in the result, and the size of the index."""
    (trial,) = walk("ad-hoc.md", tmp_path / "ci")
    assert trial["code"] in {0, 1, 5}
    assert trial["writers_measured"]
    assert {query["sql"].split()[0] for query in trial["queries"] if query["writes"]} == {"insert", "update"}
    assert [one["name"] for one in trial["executed"]["sizes"]] == ["public.orders_by_status"]
