"""`--prometheus-port`: the live figures in Prometheus's text format, served by a thread of this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pgrehearse.base.errors import UsageProblem
from pgrehearse.telemetry.figures import FIGURES, QUANTILE, SIDE, WORKLOAD, Figure, LiveReplays


class _Collector(Collector):
    """Reads the figures at each scrape."""

    def __init__(self, replays: LiveReplays) -> None:
        self._replays = replays

    def collect(self) -> Iterator[Metric]:
        """Yield every figure with its values."""
        for figure in FIGURES:
            family = _family(figure)
            for labels, value in self._replays.values(figure):
                family.add_metric([labels[name] for name in _labels(figure)], value)
            yield family


def _labels(figure: Figure) -> list[str]:
    return [SIDE, WORKLOAD, *([QUANTILE] if figure.name == "lateness" else [])]


def _family(figure: Figure) -> CounterMetricFamily | GaugeMetricFamily:
    if figure.counter:
        return CounterMetricFamily(figure.prometheus_name, figure.meaning, labels=_labels(figure))
    return GaugeMetricFamily(figure.prometheus_name, figure.meaning, labels=_labels(figure))


@contextmanager
def served(replays: LiveReplays, address: str, port: int) -> Iterator[int]:
    """Serve the figures while the block runs. Yield the port (0 was given: a free one). Raises ``UsageProblem`` if it is in use."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collector(replays))
    try:
        server, thread = start_http_server(port, addr=address, registry=registry)
    except OSError as error:
        raise UsageProblem(
            f"cannot serve figures at {address}:{port}: {error.strerror or error}",
            remedy="choose another --prometheus-port or --prometheus-address",
        ) from None
    try:
        yield int(server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
