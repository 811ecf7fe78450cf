"""Copies of PostgreSQL's programs for an account that cannot read the installation."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING, Any

from pgrehearse.targets.embedded import binaries

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_two_processes_that_copy_at_the_same_time_have_one_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slower one uses the copy of the other one, and removes its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    install = tmp_path / "package" / "pginstall"
    (install / "bin").mkdir(parents=True)
    (install / "bin" / "postgres").write_text("a program")
    copytree = shutil.copytree
    of_other: list[Path] = []

    def copy(*arguments: Any, **how: Any) -> object:
        monkeypatch.setattr(shutil, "copytree", copytree)
        of_other.append(binaries.copied(install))
        return copytree(*arguments, **how)

    monkeypatch.setattr(shutil, "copytree", copy)
    copied = binaries.copied(install)
    assert of_other == [copied]
    assert (copied / "bin" / "postgres").read_text() == "a program"
    assert [path for path in binaries.copies().iterdir() if path not in copied.parents] == []
