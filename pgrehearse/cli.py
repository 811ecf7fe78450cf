"""``pgrehearse``: commands are imported when they are used; errors become messages and exit codes."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from pgrehearse.base import environment
from pgrehearse.base.control_characters import json_text, visible
from pgrehearse.base.errors import Exit
from pgrehearse.base.failures import Failure, failure_of, panics
from pgrehearse.option_groups import CONTEXT

if TYPE_CHECKING:
    from types import FrameType

COMMANDS = {
    "demo": "rehearse an upgrade from PostgreSQL 16 to 18 on embedded servers",
    "doctor": "check a server as a source and as a target",
    "capture": "create a workload from statement logs",
    "inspect": "show what a workload contains",
    "seed": "write the smallest data that a workload's statements find",
    "redact": "replace the values of a dump by the pseudonyms of a workload",
    "targets": "mark, reset, list and remove rehearsal databases",
    "metrics": "store production's own metrics with a workload",
    "state": "read the state of databases: rows, checksums, sequences",
    "replay": "send a workload to a target with production's timing and order",
    "compare": "compare runs: verdict, report, exit code",
    "run": "run a complete rehearsal from one scenario file",
    "history": "show the verdicts and figures of past experiments over time",
    "try": "try a change: which queries it helps, and what it costs",
    "ci": "run a scenario in a pipeline: verdict, JUnit, comment, report",
    "help": "explain a command or a topic",
}

# The modules of commands whose name is a word of Python.
_MODULES = {"try": "try_change"}


class Commands(click.Group):
    """Imports the module of a command when the command is called or its help is shown."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"pgrehearse.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_versions(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Print the versions of pgrehearse, of Python and of the libraries, and exit."""
    if not value or ctx.resilient_parsing:
        return
    from pgrehearse.versions import versions

    click.echo("\n".join(f"{name} {version}" for name, version in versions()))
    ctx.exit()


@click.group("pgrehearse", cls=Commands, context_settings=CONTEXT)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_versions,
    help="Show the versions of pgrehearse, Python and the libraries, and exit.",
)
def cli() -> None:
    """Rehearse a PostgreSQL change with your own traffic: capture, replay, compare.

    \b
    Example:
      pgrehearse demo
      pgrehearse capture logs prod.csv -o prod.workload
      pgrehearse replay prod.workload --target postgresql://app@candidate/videos -o candidate.run
      pgrehearse compare control.run candidate.run -o report.html

    pgrehearse help lists the topics of the help. pgrehearse help completion shows how to set up shell completion.
    """


def main() -> None:
    """Run the command and exit with its exit code."""
    as_json = "--json" in sys.argv
    environment.remove_variables()
    _handle_signals()
    try:
        sys.exit(cli.main(prog_name="pgrehearse", standalone_mode=False) or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt) as interruption:
        # click raises Abort for every EOFError, also for that of a file or a pipe that ends too early.
        if isinstance(interruption.__cause__, EOFError):
            _fail(failure_of(interruption.__cause__), as_json=as_json)
        _fail(failure_of(KeyboardInterrupt()), as_json=as_json)
    except click.ClickException as error:
        _fail(Failure(Exit.USAGE, error.format_message(), "see pgrehearse -h"), as_json=as_json)
    except BrokenPipeError:
        sys.exit(Exit.OK)
    except panics() as error:
        _fail(failure_of(error), as_json=as_json)
    except Exception as error:  # noqa: BLE001 (an error of pgrehearse, or a bug: a message instead of a traceback)
        _fail(failure_of(error), as_json=as_json)


def _handle_signals() -> None:
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a background job of a script: kill -INT must end it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM and SIGHUP have the effect of Ctrl-C: servers are stopped, and results are kept."""
    signal.raise_signal(signal.SIGINT)  # to the current handler: of an event loop, of a replay, or the default


def _fail(failure: Failure, *, as_json: bool) -> NoReturn:
    """Print what is wrong and what to do, and exit."""
    if as_json:
        click.echo(json_text({"error": failure.document()}))
    else:
        remedy = f"\n  {failure.remedy}" if failure.remedy else ""
        click.echo(visible(f"pgrehearse: {failure.message}{remedy}"), err=True)
    sys.exit(int(failure.code))
