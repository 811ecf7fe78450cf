"""(b) Performance Insights: the values that a test has put, by period.

Source: Performance Insights API reference, GetResourceMetrics (StartTime inclusive, EndTime exclusive; periods of 1, 60, 300, 3600
and 86400 s; a point without a value where there is no data).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import fmean
from typing import Any

from tests.aws.standin.exchange import Answer, Call, Refused

_PERIODS = (1, 60, 300, 3600, 86400)
Dimensions = tuple[tuple[str, str], ...]
Points = Mapping[datetime, float]


@dataclass
class Insights:
    """Values by resource, metric and dimensions. *page*: the most series of one page."""

    series: dict[str, dict[tuple[str, Dimensions], Points]] = field(default_factory=dict)
    page: int = 10

    def put(self, resource: str, metric: str, points: Points, dimensions: Mapping[str, str] | None = None) -> None:
        """Enable Performance Insights for an instance, with values of a metric: all, or those of *dimensions*."""
        names = tuple(sorted((dimensions or {}).items()))
        self.series.setdefault(resource, {})[metric, names] = points

    def __call__(self, call: Call) -> Answer | None:
        """Answer GetResourceMetrics."""
        if call.service != "pi" or call.action != "GetResourceMetrics":
            return None
        wanted = call.parameters()
        if wanted["PeriodInSeconds"] not in _PERIODS:
            raise Refused("InvalidArgumentException", f"Invalid period: {wanted['PeriodInSeconds']}")
        if wanted["Identifier"] not in self.series:
            raise Refused("NotAuthorizedException", f"Performance Insights is not enabled for {wanted['Identifier']}")
        found = [one for query in wanted["MetricQueries"] for one in self._found(wanted, query)]
        begin = int(wanted.get("NextToken") or 0)
        answer: dict[str, Any] = {
            "AlignedStartTime": wanted["StartTime"],
            "AlignedEndTime": wanted["EndTime"],
            "Identifier": wanted["Identifier"],
            "MetricList": found[begin : begin + self.page],
        }
        if begin + self.page < len(found):
            answer["NextToken"] = str(begin + self.page)
        return call.answer(answer)

    def _found(self, wanted: dict[str, Any], query: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the series of a query: that of the metric, or those of its dimensions."""
        grouped = bool(query.get("GroupBy"))
        found = []
        for (metric, dimensions), points in self.series[wanted["Identifier"]].items():
            if metric == query["Metric"] and bool(dimensions) == grouped:
                key: dict[str, Any] = {"Metric": metric}
                key |= {"Dimensions": dict(dimensions)} if dimensions else {}
                found.append({"Key": key, "DataPoints": _points(wanted, points)})
        return found


def _points(wanted: dict[str, Any], points: Points) -> list[dict[str, Any]]:
    period = timedelta(seconds=wanted["PeriodInSeconds"])
    # moto's parser leaves out the time zone, which is UTC.
    rows, begin, end = [], wanted["StartTime"].replace(tzinfo=UTC), wanted["EndTime"].replace(tzinfo=UTC)
    while begin < end:
        values = [value for at, value in points.items() if begin <= at < begin + period]
        rows.append({"Timestamp": begin, **({"Value": fmean(values)} if values else {})})
        begin += period
    return rows
