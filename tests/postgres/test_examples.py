"""The pages about pipelines and about an index question are walked: their commands are executed with the example that they name."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import held_to_schema

ROOT = Path(__file__).parents[2]


def walk(page: str, folder: Path) -> list[dict[str, Any]]:
    """Execute the commands of a page that begin with ``cd examples/ci``, and return their JSON documents, with their exit codes."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"```bash\ncd examples/ci\n(.*?)```", text, re.DOTALL)
    shutil.copytree(ROOT / "examples" / "ci", folder)
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


@pytest.mark.soak
def test_the_page_about_an_index_question(tmp_path: Path) -> None:
    """The statements that write the table are in the result, and the size of the index."""
    (trial,) = walk("ad-hoc.md", tmp_path / "ci")
    assert trial["code"] in {0, 1, 5}
    assert trial["writers_measured"]
    assert {query["sql"].split()[0] for query in trial["queries"] if query["writes"]} == {"insert", "update"}
    assert [one["name"] for one in trial["executed"]["sizes"]] == ["public.orders_by_status"]
