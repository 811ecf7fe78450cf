"""The systems of docs/install.md, as far as one machine with a package index can check them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "install.md"
# The platforms of glibc 2.28, the oldest supported version, from the newest tag to the oldest.
GLIBC = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux_2_17", "manylinux2014")


def pythons() -> list[str]:
    """Return the versions of Python in the package's metadata."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pattern = r"Programming Language :: Python :: (3\.\d+)"
    matches = [re.fullmatch(pattern, classifier) for classifier in project["classifiers"]]
    return [match[1] for match in matches if match]


def requirements() -> list[str]:
    """Return the requirements of the package with its extra ``embedded``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["embedded"]]


def test_the_page_lists_every_python() -> None:
    """One row for each version, in the order of the metadata."""
    assert re.findall(r"^\| (3\.\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == pythons()


@pytest.mark.soak
@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize("python", pythons())
def test_every_library_has_a_wheel(python: str, machine: str, tmp_path: Path) -> None:
    """pip finds a wheel of each pinned version for glibc 2.28, as many as docs/install.md states; nothing is installed."""
    report = tmp_path / "report.json"
    platforms = [word for tag in GLIBC for word in ("--platform", f"{tag}_{machine}")]
    options = [
        "install",
        "--dry-run",
        "--quiet",
        "--ignore-installed",
        "--only-binary=:all:",
        "--python-version",
        python,
    ]
    paths = [
        "--target",
        str(tmp_path / "none"),
        "--report",
        str(report),
        "--constraint",
        str(ROOT / "constraints.txt"),
    ]
    pip = [sys.executable, "-m", "pip", *options, "--implementation", "cp", *platforms, *paths, *requirements()]
    process = subprocess.run(pip, capture_output=True, text=True, check=False, timeout=600)
    assert process.returncode == 0, process.stderr[-3000:]
    libraries = json.loads(report.read_text(encoding="utf-8"))["install"]
    assert all(library["download_info"]["url"].endswith(".whl") for library in libraries)
    assert f"each of the {len(libraries)} libraries" in PAGE.read_text(encoding="utf-8")
