"""What the options of telemetry say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """*otlp*: the base URL of a collector ("": none); *port*: of the figures for Prometheus (None: not served; 0: a free port)."""

    otlp: str = ""
    port: int | None = None
    address: str = "127.0.0.1"
