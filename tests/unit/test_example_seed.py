"""The example of a redacted workload with its seed: the files are complete, and fit together."""

from __future__ import annotations

import json
from pathlib import Path

from pgrehearse.workload.read import Workload
from tests.conftest import held_to_schema

EXAMPLE = Path(__file__).parents[2] / "examples" / "videos"


def test_the_example_of_a_seed_fits_its_workload() -> None:
    """Each of its statements that can be counted finds the same number of rows."""
    workload = Workload.verified(EXAMPLE / "videos.workload")
    document = json.loads((EXAMPLE / "seed.sql.json").read_text())
    held_to_schema("seed", document)
    assert (workload.manifest.redaction, document["masked"]) == ("literals", True)
    assert workload.manifest.statements == document["statements"]["all"]
    verified = document["verified"]
    assert (verified["different"], verified["not_counted"], verified["same"] > 2000) == (0, 0, True)
    assert "@example.com" not in (EXAMPLE / "seed.sql").read_text()
