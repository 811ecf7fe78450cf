"""A runner of a pipeline. It executes the examples of docs/ci.md as GitHub's and GitLab's runners do, with the real command."""

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
# `pip install` and `gh` are replaced: they write their arguments to a file. The document of a rehearsal is kept.
RECORDING_PROGRAM = '#!/bin/sh\necho "$(basename "$0") $*" >> "$NOTES"\n'
COMMAND = f'''#!/bin/sh
own() {{ "{sys.executable}" -m pgrehearse "$@"; }}
if [ "$1" = run ]; then own "$@" --json > run.json; else own "$@"; fi
'''


def example(title: str) -> dict[str, Any]:
    """Return the YAML of the section *title* of docs/ci.md."""
    section = (ROOT / "docs" / "ci.md").read_text().split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    block = "\n".join(line for line in section.splitlines() if line.startswith("    ") or not line)
    document: dict[str, Any] = yaml.safe_load(dedent(block))
    return document


@dataclass(frozen=True)
class Runner:
    """A checkout with a scenario and gates in it, and the commands that a runner has."""

    checkout: Path
    programs: Path

    @property
    def notes(self) -> str:
        """The calls of the programs that are replaced, with their arguments."""
        return (self.checkout / "notes").read_text()

    def shell(self, script: str, **variables: str) -> None:
        """Run a step as the runners do: by bash, which stops at the first failure."""
        path = f"{self.programs}:{os.environ['PATH']}"
        environment = {
            **os.environ,
            "PATH": path,
            "NOTES": str(self.checkout / "notes"),
            "PYTHONPATH": str(ROOT),
            **variables,
        }
        process = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert process.returncode == 0, f"{script}\n{process.stdout[-2000:]}{process.stderr[-2000:]}"

    @classmethod
    def create(cls, checkout: Path, programs: Path) -> Runner:
        """Return a runner, and write its programs."""
        for name, text in {"pip": RECORDING_PROGRAM, "gh": RECORDING_PROGRAM, "pgrehearse": COMMAND}.items():
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        return cls(checkout, programs)

    def has(self, *names: str) -> None:
        """Assert that the files that a runner keeps exist and are not empty."""
        for name in names:
            assert (self.checkout / name).stat().st_size > 0, name


def resolved(text: str, inputs: dict[str, str]) -> str:
    """Replace the expressions in a text by their values. An expression without a value is an error in the example (KeyError)."""
    values = {**CONTEXT, **{f"inputs.{name}": value for name, value in inputs.items()}}
    return EXPRESSION.sub(lambda match: values[match[1]], text)


def github_steps() -> list[dict[str, Any]]:
    """Return the steps of the example for GitHub."""
    steps: list[dict[str, Any]] = example("GitHub Actions")["jobs"]["rehearse"]["steps"]
    return steps


def is_rehearsal(step: dict[str, Any]) -> bool:
    """Return whether a step makes the runs."""
    return "pgrehearse run" in step.get("run", "")
