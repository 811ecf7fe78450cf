"""The copy of a trial as a side of a scenario: with the roles that a dump names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import UsageProblem
from pgrehearse.scenarios.ad_hoc.copy import Copy
from tests.runs_with_events import workload_of

if TYPE_CHECKING:
    from pgrehearse.targets.specification import Embedded


def test_the_roles_of_a_dump_are_created_before_it_is_restored(tmp_path: Path) -> None:
    """They are those of the side's target, as of any other dump."""
    dump = tmp_path / "app.dump"
    dump.write_text("select 1;")
    side = Copy(str(dump), 16, "app", str(tmp_path / "roles.sql")).side(workload_of(tmp_path))
    table: Embedded = side.specification("control").table
    assert (Path(table.dump), Path(table.roles)) == (dump, tmp_path / "roles.sql")


def test_an_adopted_copy_has_its_own_roles(tmp_path: Path) -> None:
    """It is not changed by a file of roles."""
    with pytest.raises(UsageProblem, match="--roles is only for a dump"):
        Copy("postgresql://postgres@restored/app", roles="roles.sql").side(workload_of(tmp_path))
