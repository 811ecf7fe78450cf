"""The help: groups of options, topics, versions, and names of options that it does not show."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pgrehearse.cli import COMMANDS, cli
from pgrehearse.help_topics import TOPICS
from pgrehearse.option_groups import GroupedCommand, Option

ROOT = Path(__file__).parents[2]


def output_of(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words), prog_name="pgrehearse", terminal_width=80)
    assert result.exit_code == code, result.output
    return result.output


def test_the_options_of_replay_are_in_groups() -> None:
    """In this order; no option is outside them but --help."""
    text = output_of("replay", "-h")
    titles = re.findall(r"^(\w[\w ]*):$", text, re.MULTILINE)
    assert titles == [
        "Target",
        "Timing",
        "Selection",
        "Order",
        "Connections",
        "Results",
        "Values",
        "Safety",
        "Metrics",
        "End state",
        "Telemetry",
        "Output",
        "Other options",
    ]
    assert re.findall(r"^  (-[-\w, ]+?)(?: {2}|$)", text.split("Other options:\n")[1], re.MULTILINE) == ["-h, --help"]


def grouped() -> list[click.Command]:
    """Every command whose help has groups."""
    context = click.Context(cli, **cli.context_settings)
    commands = [cli.get_command(context, name) for name in COMMANDS]
    inner = [command for group in commands if isinstance(group, click.Group) for command in group.commands.values()]
    return [command for command in (*commands, *inner) if isinstance(command, GroupedCommand)]


def test_every_option_of_a_grouped_command_has_a_group() -> None:
    commands = grouped()
    assert {command.name for command in commands} >= {"replay", "logs", "compare", "run"}
    for command in commands:
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert isinstance(parameter, Option), (command.name, parameter.name)
                assert parameter.group, (command.name, parameter.name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("--think", "think_time_scale"),
        ("--think-time-scale", "think_time_scale"),
        ("--connect", "connect_time_scale"),
        ("--connect-time-scale", "connect_time_scale"),
    ],
)
def test_an_earlier_name_of_an_option_is_accepted(word: str, name: str) -> None:
    command = cli.get_command(click.Context(cli, **cli.context_settings), "replay")
    assert command is not None
    context = command.make_context("replay", ["w.workload", "--target", "postgresql://db/app", word, "0.5"])
    assert context.params[name] == 0.5


def test_the_help_does_not_show_an_earlier_name() -> None:
    text = output_of("replay", "-h")
    assert "--think-time-scale" in text
    assert not re.search(r"--think[ ,]|--connect[ ,]", text)


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_explained_within_eighty_columns(name: str) -> None:
    """Its text, and a page of docs/ that exists."""
    text = output_of("help", name)
    assert text.startswith(f"{name}: {TOPICS[name].summary}\n")
    assert (ROOT / "docs" / TOPICS[name].page).is_file()
    assert "\b" not in text
    assert max(map(len, text.splitlines())) <= 90


def test_help_lists_topics_and_commands() -> None:
    text = output_of("help")
    for name in (*TOPICS, *COMMANDS):
        assert re.search(rf"^  {name}  +\S", text, re.MULTILINE), name


def test_help_of_a_command_is_that_of_the_command() -> None:
    assert output_of("help", "replay") == output_of("replay", "-h")
    assert output_of("help", "capture", "logs") == output_of("capture", "logs", "-h")


def test_help_of_an_unknown_name_is_wrong_usage() -> None:
    assert "no command and no topic 'nothing'" in output_of("help", "nothing", code=2)


def test_every_exit_code_is_in_its_topic() -> None:
    from pgrehearse.base.errors import Exit

    for code in Exit:
        assert re.search(rf"^{int(code)} ", TOPICS["exit-codes"].text, re.MULTILINE), code


def test_every_command_in_a_topic_is_accepted() -> None:
    """Options in the texts are options of a command."""
    options = {word for command in grouped() for parameter in command.params for word in parameter.opts}
    options |= {"--for", "--version"}
    for name, topic in TOPICS.items():
        for word in re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", topic.text):
            assert word in options, f"{name}: {word}"


def test_python_m_has_the_same_name_and_versions() -> None:
    """`python -m pgrehearse --version`: pgrehearse, Python, the platform and every library."""
    words = [sys.executable, "-m", "pgrehearse"]
    usage = subprocess.run([*words, "-h"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert usage.startswith("Usage: pgrehearse ")
    versions = subprocess.run([*words, "--version"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    lines = dict(line.split(" ", 1) for line in versions.splitlines())
    assert lines["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert lines["pgrehearse"]
    assert lines["platform"]
    assert lines.keys() >= {"asyncpg", "boto3", "click", "pglast", "polars", "psycopg", "pyarrow", "rich"}
    assert "not installed" not in versions
