"""What follows for a comparison if rules replaced statements on a side (--rewrite): the replacement is compared with the original.

Latencies and errors are compared under the query key of the original: that is the question of a rule. Rows are not, unless the rule states
that they are the same, or both sides had the same rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.compare.comparison import Caution
from pgrehearse.compare.sides import Side
from pgrehearse.runs.traffic_facts import RewriteFacts

REPLACED = "its statements were replaced by other SQL on one side (--rewrite)"
Rewrites = Mapping[str, tuple[RewriteFacts, ...]]


def rewrites_of(baseline: Side, candidate: Side) -> dict[str, tuple[RewriteFacts, ...]]:
    """Return the rules of each side that has some, by its name."""
    sides = {side.name: side.run.manifest.rewrites for side in (baseline, candidate) if side.run is not None}
    return {name: tuple(rules) for name, rules in sides.items() if rules}


def other_rows(baseline: Side, candidate: Side) -> frozenset[str]:
    """Return the query keys whose rows are not comparable: a rule of one side replaced statements of them, and does not state ``same_rows``."""
    return frozenset(rule.query_key for rule in _of_one_side(baseline, candidate) if not rule.same_rows)


def unlike_rewrites(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return a caution if rules replaced statements on one side only."""
    rules = _of_one_side(baseline, candidate)
    if not rules:
        return ()
    sent = sum(rule.sent or 0 for rule in rules)
    names = ", ".join(dict.fromkeys(rule.name for rule in rules))
    return (
        Caution(
            f"the sides did not send the same statements: {sent:,} were replaced by other SQL on one side ({names}); their latencies "
            "and errors compare the replacement with the original",
            "replay both sides with the same --rewrite to compare the targets and not the SQL",
        ),
    )


def _of_one_side(baseline: Side, candidate: Side) -> list[RewriteFacts]:
    """Return the rules that replaced statements, and that the other side does not have."""
    before, after = (side.run.manifest.rewrites if side.run is not None else [] for side in (baseline, candidate))
    pairs = ((before, after), (after, before))
    return [rule for own, other in pairs for rule in own if rule.statements and _rule(rule) not in map(_rule, other)]


def _rule(facts: RewriteFacts) -> tuple[str, str, tuple[str, ...]]:
    return facts.query_key, facts.match_sql, tuple(facts.sql)
