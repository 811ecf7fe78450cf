"""The event ``command``: a program of the user, with the target in its environment, for a limited time. Its output is discarded."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
from contextlib import suppress

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.user_command import endpoint_variables
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.events.target import EventTarget


def words_of(event: EventPlan, where: str) -> list[str]:
    """Return the program and its arguments. Raises ``BadInput`` if there is no such program. *where*: the event, for messages."""
    try:
        words = shlex.split(event.command)
    except ValueError as error:
        raise BadInput(f"{where}.command: {error}", remedy="close the quotes") from None
    if not words or shutil.which(words[0]) is None:
        raise BadInput(
            f"{where}.command: there is no program {words[0] if words else ''!r}",
            remedy="use the path of an executable file, or a name in PATH; no shell interprets the text",
        )
    return words


async def run_program(event: EventPlan, target: EventTarget) -> None:
    """Verify the target, then run the program to its end. The program and its children are ended after the timeout, or with the replay."""
    async with target.verified(event.database):
        pass
    process = await asyncio.create_subprocess_exec(
        *words_of(event, "events"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env={
            **os.environ,
            **endpoint_variables(target.endpoint.to(database=event.database or target.endpoint.database)),
        },
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(event.timeout_us / SECOND):
            code = await process.wait()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    if code:
        how = f"was ended by signal {-code}" if code < 0 else f"returned exit code {code}"
        raise TargetProblem(f"the program {how}", remedy="run it in a shell to see its output")
