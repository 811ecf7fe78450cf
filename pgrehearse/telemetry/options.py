"""The options of telemetry: the same for `replay` and the commands that run a scenario."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from pgrehearse.option_groups import option, options
from pgrehearse.telemetry.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
_MOST_PORT = 65_535


def _url(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the base URL of a collector without a slash at its end."""
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise click.BadParameter(f"{value!r} is not a URL such as http://127.0.0.1:4318")
    return value.rstrip("/")


def take_settings(values: dict[str, Any]) -> Settings:
    """Take the options of telemetry out of those of a command."""
    return Settings(*(values.pop(name) for name in ("otlp", "prometheus_port", "prometheus_address")))


def telemetry_options(command: F) -> F:
    """Add the options that ``take_settings`` reads."""
    decorate: Callable[[F], F] = options(
        [
            option(
                "--otlp",
                default="",
                callback=_url,
                metavar="URL",
                group="Telemetry",
                help="Send live figures and one span for each stage to this OpenTelemetry collector, by OTLP over HTTP.",
            ),
            option(
                "--prometheus-port",
                type=click.IntRange(0, _MOST_PORT),
                group="Telemetry",
                help="Serve live figures for Prometheus at this port (0: a free one) until the command ends.",
            ),
            option(
                "--prometheus-address",
                default="127.0.0.1",
                show_default=True,
                group="Telemetry",
                help="Address at which the figures are served.",
            ),
        ]
    )
    return decorate(command)
