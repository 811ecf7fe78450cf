"""A runner of a pipeline: it executes the examples of docs/ci.md as GitHub's and GitLab's runners would, with the real command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
EXPRESSION = re.compile(r"\$\{\{ *([\w.]+) *\}\}")
CONTEXT = {"github.event.pull_request.number": "7", "github.token": "none"}
# `pip install` and `gh` are not what is tested: they note what they were called with. A rehearsal's document is kept.
NOTED = '#!/bin/sh\necho "$(basename "$0") $*" >> "$NOTES"\n'
COMMAND = f'''#!/bin/sh
own() {{ "{sys.executable}" -m pgrehearse "$@"; }}
if [ "$1" = run ]; then own "$@" --json > run.json; else own "$@"; fi
'''


def example(title: str) -> dict[str, Any]:
    """Return the YAML of the section *title* of docs/ci.md."""
    section = (ROOT / "docs" / "ci.md").read_text().split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    block = "\n".join(line for line in section.splitlines() if line.startswith("    ") or not line)
    found: dict[str, Any] = yaml.safe_load(dedent(block))
    return found


@dataclass(frozen=True)
class Runner:
    """A checkout with a scenario and gates in it, and the commands that a runner has."""

    checkout: Path
    programs: Path

    @property
    def notes(self) -> str:
        """What the programs that are not tested were called with."""
        return (self.checkout / "notes").read_text()

    def shell(self, script: str, **variables: str) -> None:
        """Run a step as the runners do: bash that stops at the first failure."""
        path = f"{self.programs}:{os.environ['PATH']}"
        known = {
            **os.environ,
            "PATH": path,
            "NOTES": str(self.checkout / "notes"),
            "PYTHONPATH": str(ROOT),
            **variables,
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.checkout,
            env=known,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"

    @classmethod
    def made(cls, checkout: Path, programs: Path) -> Runner:
        """Return a runner with its programs in place."""
        for name, text in {"pip": NOTED, "gh": NOTED, "pgrehearse": COMMAND}.items():
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        return cls(checkout, programs)

    def has(self, *names: str) -> None:
        """Check that files which a runner would keep are there, with something in them."""
        for name in names:
            assert (self.checkout / name).stat().st_size > 0, name


def resolved(text: str, inputs: dict[str, str]) -> str:
    """Put in what the runner knows where an expression stands; one that it does not know is a mistake of the example."""
    known = {**CONTEXT, **{f"inputs.{name}": value for name, value in inputs.items()}}
    return EXPRESSION.sub(lambda found: known[found[1]], text)


def github_steps() -> list[dict[str, Any]]:
    """Return the steps of the example for GitHub."""
    steps: list[dict[str, Any]] = example("GitHub Actions")["jobs"]["rehearse"]["steps"]
    return steps


def rehearses(step: dict[str, Any]) -> bool:
    """Say whether a step makes the runs."""
    return "pgrehearse run" in step.get("run", "")
