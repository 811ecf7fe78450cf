"""``pgrehearse``: verbs found by name and imported when used; errors become sentences and exit codes."""

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

if TYPE_CHECKING:
    from types import FrameType

VERBS = {
    "demo": "the embedded default: production on 16, candidate on 18, one report",
    "doctor": "is this server ready to be captured, or fit to be replayed to",
    "capture": "statement logs become a workload",
    "inspect": "what is in a workload",
    "targets": "mark, reset, list and destroy rehearsal databases",
    "metrics": "production's own metrics, sampled while it is captured or fetched afterwards",
    "replay": "send a workload to a target with its own timing and order",
    "compare": "put runs next to each other: verdict, report, exit code",
    "run": "a whole experiment from one scenario file",
}
WHERE = "https://github.com/pgrehearse/pgrehearse/issues"


class Verbs(click.Group):
    """Imports a verb's module when the verb is called or its own help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        found: click.Command = import_module(f"pgrehearse.commands.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pgrehearse", prog_name="pgrehearse")
def cli() -> None:
    """Rehearse a PostgreSQL change with your own traffic: capture, replay, compare.

    \b
    Example:
      pgrehearse demo
      pgrehearse capture logs prod.csv -o prod.workload
      pgrehearse replay prod.workload --target postgresql://app@candidate/videos -o candidate.run
      pgrehearse compare control.run candidate.run -o report.html
    """


def main() -> None:
    """Run the command and leave with its exit code."""
    as_json = "--json" in sys.argv
    environment.remove_variables()
    _heed_signals()
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        _fail(Exit.USAGE, error.format_message(), "see pgrehearse -h", as_json=as_json)
    except (click.Abort, KeyboardInterrupt) as ended:
        # click takes every EOFError for a closed terminal: a file or a pipe that ends too early is none.
        if isinstance(ended.__cause__, EOFError):
            _bug(ended.__cause__, as_json=as_json)
        _fail(Exit.INTERRUPTED, "interrupted", "", as_json=as_json)
    except PgrehearseError as error:
        _fail(error.exit_code, error.message, error.remedy, as_json=as_json)
    except BrokenPipeError:
        sys.exit(Exit.OK)
    except MemoryError:
        _fail(Exit.OURS, "out of memory", "close something, or use a larger machine", as_json=as_json)
    except Exception as error:  # noqa: BLE001 (a bug: say so, with where to report it, never a bare traceback)
        _bug(error, as_json=as_json)


def _heed_signals() -> None:
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a script's background job: a polite kill must still end it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for polite in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(polite, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """A polite kill, or a terminal that goes away, is a Ctrl-C: servers are stopped, what was done is kept."""
    signal.raise_signal(signal.SIGINT)  # to whoever handles it now: an event loop, a replay, or nobody


def _bug(error: Exception, *, as_json: bool) -> NoReturn:
    """Say where we failed, and leave."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    _fail(
        Exit.OURS,
        f"a bug in pgrehearse: {type(error).__name__}: {error} ({where.name}, line {where.lineno} of {where.filename.rsplit('/', 2)[-1]})",
        f"please report it at {WHERE}",
        as_json=as_json,
    )


def _fail(code: int, message: str, remedy: str, *, as_json: bool) -> NoReturn:
    """Say what is wrong and what to do, and leave."""
    if as_json:
        document: dict[str, Any] = {"error": {"code": int(code), "message": message, "remedy": remedy}}
        click.echo(json_text(document))
    else:
        click.echo(visible(f"pgrehearse: {message}" + (f"\n  {remedy}" if remedy else "")), err=True)
    sys.exit(int(code))
