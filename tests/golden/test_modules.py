"""docs/modules.md lists every module with the first line of its docstring; ``make golden`` rewrites it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import GoldenFiles
from tests.packages import PACKAGES

ROOT = Path(__file__).parents[2]
HEAD = """# Modules

Every module of pgrehearse with its docstring's first line, from the command down to what imports nothing else of pgrehearse.
The folder `capture/` is imported as `pgrehearse.capture`, and so on ([architecture](architecture.md)).
"""


def first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    line = docstring.partition("\n")[0]
    assert line, f"{path.relative_to(ROOT)} has no docstring"
    return line.replace("``", "`").replace("|", r"\|")


def section(package: str) -> str:
    """Return the table of one package, its sub-packages after its own modules."""
    folder = ROOT / package
    folders = [
        folder,
        *sorted(path.parent for path in folder.rglob("__init__.py") if path.parent != folder and not path.is_symlink()),
    ]
    lines = [f"\n## `{package}/`\n", first_line(folder / "__init__.py"), "\n| module | what it does |", "|---|---|"]
    for subfolder in folders:
        name = f"{subfolder.relative_to(ROOT)}/"
        if subfolder != folder:
            lines.append(f"| **`{name}`** | {first_line(subfolder / '__init__.py')} |")
        modules = [path for path in sorted(subfolder.glob("*.py")) if path.name != "__init__.py"]
        lines += [f"| `{name}{path.name}` | {first_line(path)} |" for path in modules]
    return "\n".join(lines) + "\n"


def test_the_list_of_modules_is_complete(request: pytest.FixtureRequest) -> None:
    files = GoldenFiles(ROOT / "docs", update=request.config.getoption("--golden-update"))
    files.check("modules.md", HEAD + "".join(map(section, PACKAGES)))
