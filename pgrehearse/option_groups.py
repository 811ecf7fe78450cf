"""Options in named groups in the help of a command, and earlier names of options that the help does not show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from pgrehearse.base.bounds import MOST_WORKERS

F = TypeVar("F", bound=Callable[..., Any])
CONTEXT: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
OTHER = "Other options"


class Option(click.Option):
    """An option of a *group*. Its *aliases* are accepted, but neither the help nor the completion shows them."""

    def __init__(self, *args: Any, group: str = "", aliases: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.group, self.aliases = group, tuple(aliases)

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Add the option to the parser, under its aliases too."""
        shown = self.opts
        self.opts = [*shown, *self.aliases]
        try:
            super().add_to_parser(parser, ctx)
        finally:
            self.opts = shown


class GroupedCommand(click.Command):
    """A command whose help shows the options of each group under the group's name, in the order of the options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, one section for each group."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)) is not None:
                group = getattr(parameter, "group", "") or OTHER
                sections.setdefault(group, []).append(record)
        ungrouped = sections.pop(OTHER, [])
        titles = {**sections, (OTHER if sections else "Options"): ungrouped}
        for title, records in titles.items():
            with formatter.section(title):
                formatter.write_dl(records)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Return the decorator of an option; *group* and *aliases* as in ``Option``."""
    return click.option(*names, cls=Option, **settings)


def options(decorators: Sequence[Callable[[F], F]]) -> Callable[[F], F]:
    """Return one decorator for several options, in the order in which the help shows them."""

    def decorate(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


def json_option(command: F) -> F:
    """Add ``--json``, as every command has it."""
    return option("--json", "as_json", is_flag=True, group="Output", help="Print one JSON document on stdout.")(command)


def workers_option(command: F) -> F:
    """Add ``--workers`` to a command that runs a scenario."""
    return option(
        "--workers",
        type=click.IntRange(1, MOST_WORKERS),
        group="Scenario",
        help="Number of worker processes of the replays; replaces the scenario's value.",
    )(command)


def kept_values_options(command: F) -> F:
    """Add ``--redact-allow`` and ``--keep`` to a command that redacts rows."""
    allow = option(
        "--redact-allow",
        "allowed",
        multiple=True,
        group="Redaction",
        help="Value that is not replaced: the same as of the capture. Repeatable.",
    )
    keep = option(
        "--keep",
        multiple=True,
        group="Redaction",
        help="Column schema.table.column whose values are not replaced. Repeatable.",
    )
    return allow(keep(command))


def output_json_option(command: F) -> F:
    """Add ``--json`` to a command without groups of options."""
    return option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")(command)
