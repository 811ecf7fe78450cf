"""Shell completion, executed by the shell where it is installed: commands, options, values and files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pgrehearse.help_topics import TOPICS

# What a shell does at the tabulator key: it loads the script, sets the words and calls the function of the command.
BASH = """
eval "$(_PGREHEARSE_COMPLETE=bash_source pgrehearse)"
COMP_WORDS=({words})
COMP_CWORD={place}
_pgrehearse_completion pgrehearse
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A directory with the command ``pgrehearse``, as an installation has it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "pgrehearse"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pgrehearse "$@"\n')
    program.chmod(0o755)
    return folder


def run(programs: Path, words: list[str], **variables: str) -> str:
    environment = {
        **os.environ,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **variables,
    }
    process = subprocess.run(words, capture_output=True, text=True, check=False, cwd=programs, env=environment)
    assert process.returncode == 0, process.stderr
    return process.stdout


def by_bash(programs: Path, *words: str) -> list[str]:
    """Return what bash would offer for the last word."""
    script = BASH.format(words=" ".join(f"'{word}'" for word in words), place=len(words) - 1)
    return run(programs, ["bash", "--norc", "-c", script]).splitlines()


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (["re"], {"replay", "redact"}),
        (["capture", ""], {"logs", "live", "decode", "rds", "cloudwatch"}),
        (["replay", "--think"], {"--think-time-scale", "--think-floor"}),
        (["replay", "--sync", "c"], {"commit"}),
        (["compare", "--g"], {"--gates"}),
        (["help", "exit"], {"exit-codes"}),
        (["run", "forgotten"], {"forgotten-index"}),
    ],
)
def test_bash_completes_commands_options_and_values(programs: Path, words: list[str], offers: set[str]) -> None:
    assert set(by_bash(programs, "pgrehearse", *words)) == offers


@pytest.mark.parametrize(
    "words",
    [["replay", "prod"], ["inspect", "prod"], ["capture", "logs", "prod"], ["compare", "prod"], ["run", "prod"]],
)
def test_bash_completes_files(programs: Path, words: list[str]) -> None:
    """The function makes bash complete files itself; bash then reads the directory."""
    (programs / "prod.file").touch()
    script = BASH.format(words=" ".join(f"'{word}'" for word in ("pgrehearse", *words)), place=len(words))
    script = f'compopt() {{ echo "compopt $*"; compgen -f prod; }}\n{script}'
    assert run(programs, ["bash", "--norc", "-c", script]).split() == ["compopt", "-o", "default", "prod.file"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_scripts_of_other_shells(programs: Path, shell: str) -> None:
    """The script is printed; the shell itself accepts it where it is installed."""
    script = run(programs, ["pgrehearse"], _PGREHEARSE_COMPLETE=f"{shell}_source")
    assert "_PGREHEARSE_COMPLETE" in script
    assert "pgrehearse" in script
    if (program := shutil.which(shell)) is not None:
        run(programs, [program, "-n", "-c", script])


@pytest.mark.parametrize(
    ("shell", "variables", "offer"),
    [
        ("zsh", {"COMP_WORDS": "pgrehearse inspe", "COMP_CWORD": "1"}, "plain\ninspect\n"),
        ("fish", {"COMP_WORDS": "pgrehearse inspe", "COMP_CWORD": "inspe"}, "plain,inspect\t"),
        ("zsh", {"COMP_WORDS": "pgrehearse inspect prod", "COMP_CWORD": "2"}, "file\nprod\n"),
    ],
)
def test_the_offers_of_other_shells(programs: Path, shell: str, variables: dict[str, str], offer: str) -> None:
    assert offer in run(programs, ["pgrehearse"], _PGREHEARSE_COMPLETE=f"{shell}_complete", **variables)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_documented(shell: str) -> None:
    """In the help, and in docs/install.md."""
    line = f"_PGREHEARSE_COMPLETE={shell}_source pgrehearse"
    assert line in TOPICS["completion"].text
    assert line in (Path(__file__).parents[2] / "docs" / "install.md").read_text()
