"""``pgrehearse``: commands are imported when they are used; errors become messages and exit codes."""

from __future__ import annotations

import signal
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from pgrehearse.base import environment
from pgrehearse.base.control_characters import json_text, visible
from pgrehearse.base.errors import Exit, PgrehearseError
from pgrehearse.option_groups import CONTEXT

if TYPE_CHECKING:
    from types import FrameType

COMMANDS = {
    "demo": "rehearse an upgrade from PostgreSQL 16 to 18 on embedded servers",
    "doctor": "check a server as a source and as a target",
    "capture": "create a workload from statement logs",
    "inspect": "show what a workload contains",
    "targets": "mark, reset, list and remove rehearsal databases",
    "metrics": "store production's own metrics with a workload",
    "state": "read the state of databases: rows, checksums, sequences",
    "replay": "send a workload to a target with production's timing and order",
    "compare": "compare runs: verdict, report, exit code",
    "run": "run a complete rehearsal from one scenario file",
    "help": "explain a command or a topic",
}
ISSUES = "https://github.com/pgrehearse/pgrehearse/issues"


class Commands(click.Group):
    """Imports the module of a command when the command is called or its help is shown."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pgrehearse.commands.{cmd_name}").command
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
            _report_bug(interruption.__cause__, as_json=as_json)
        _fail(Exit.INTERRUPTED, "interrupted", "", as_json=as_json)
    except (click.ClickException, PgrehearseError, MemoryError) as error:
        _fail(*_described(error), as_json=as_json)
    except BrokenPipeError:
        sys.exit(Exit.OK)
    except Exception as error:  # noqa: BLE001 (a bug: a message with the address for reports instead of a traceback)
        _report_bug(error, as_json=as_json)


def _described(error: click.ClickException | PgrehearseError | MemoryError) -> tuple[int, str, str]:
    """Return the exit code, the message and the remedy of an expected error."""
    if isinstance(error, click.ClickException):
        return Exit.USAGE, error.format_message(), "see pgrehearse -h"
    if isinstance(error, PgrehearseError):
        return error.exit_code, error.message, error.remedy
    return Exit.HARNESS, "out of memory", "end other programs, or use a larger machine"


def _handle_signals() -> None:
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a background job of a script: kill -INT must end it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM and SIGHUP have the effect of Ctrl-C: servers are stopped, and results are kept."""
    signal.raise_signal(signal.SIGINT)  # to the current handler: of an event loop, of a replay, or the default


def _report_bug(error: Exception, *, as_json: bool) -> NoReturn:
    """Print where the error was raised and where to report it, and exit."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    file = where.filename.rsplit("/", 2)[-1]
    _fail(
        Exit.HARNESS,
        f"a bug in pgrehearse: {type(error).__name__}: {error} ({where.name}, line {where.lineno} of {file})",
        f"please report it at {ISSUES}",
        as_json=as_json,
    )


def _fail(code: int, message: str, remedy: str, *, as_json: bool) -> NoReturn:
    """Print what is wrong and what to do, and exit."""
    if as_json:
        document: dict[str, Any] = {"error": {"code": int(code), "message": message, "remedy": remedy}}
        click.echo(json_text(document))
    else:
        click.echo(visible(f"pgrehearse: {message}" + (f"\n  {remedy}" if remedy else "")), err=True)
    sys.exit(int(code))
