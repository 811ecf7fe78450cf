"""A command of the user that pgrehearse runs for an endpoint: without a shell, with PGHOST, PGPORT, PGUSER and PGDATABASE."""

from __future__ import annotations

import os
import shlex
import subprocess

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem


def run_command(name: str, command: str, endpoint: Endpoint, *, timeout_s: float | None = None) -> str:
    """Run a command for one endpoint, wait for its end, and return what it printed. *name*: what the command is, for messages.

    Raises ``TargetProblem`` if it cannot be started, returns another exit code than 0, or has not finished after *timeout_s* (None: there is
    no limit).
    """
    variables = endpoint_variables(endpoint)
    assignments = " ".join(f"{key}={shlex.quote(value)}" for key, value in variables.items())
    try:
        completed = subprocess.run(
            shlex.split(command) or [""],
            capture_output=True,
            text=True,
            check=True,
            timeout=timeout_s,
            env={**os.environ, **variables},
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        # Its output may hold a token, and is not repeated.
        raise TargetProblem(
            f"the {name} failed for {endpoint}: {_failure(error)}",
            remedy=f"run it in a shell to see its output, with {assignments}",
        ) from None
    return completed.stdout


def endpoint_variables(endpoint: Endpoint) -> dict[str, str]:
    """Return the environment variables that name an endpoint, without its password."""
    return {
        "PGHOST": endpoint.host,
        "PGPORT": str(endpoint.port),
        "PGUSER": endpoint.user,
        "PGDATABASE": endpoint.database,
    }


def _failure(error: Exception) -> str:
    """Describe how a command failed, without its output."""
    if isinstance(error, subprocess.CalledProcessError):
        if error.returncode < 0:
            return f"it was killed by signal {-error.returncode}"
        return f"it returned exit code {error.returncode}"
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it had not finished after {error.timeout:.0f} seconds"
    if isinstance(error, OSError):
        return f"it could not be started ({os.strerror(error.errno or 0)})"
    return f"its output could not be read ({type(error).__name__})"
