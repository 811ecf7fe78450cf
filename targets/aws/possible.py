"""What AWS can make of a source: the refusals that need the description of the source, before anything is requested."""

from __future__ import annotations

from collections.abc import Iterator

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.targets.aws.facts import Facts, Form, Production
from pgrehearse.targets.aws.specification import AwsTarget, Origin
from pgrehearse.targets.target import TargetKind

# The origins by the kind of the target, whether it is a Multi-AZ DB cluster, and the form of the source. Sources: Amazon RDS user
# guide, "Restoring from a DB snapshot", "Restoring from a snapshot to a Multi-AZ DB cluster"; Aurora user guide, "Migrating data from an
# RDS for PostgreSQL DB instance", "Cloning a volume".
POSSIBLE: dict[tuple[TargetKind, bool, Form], frozenset[Origin]] = {
    (TargetKind.RDS, False, Form.INSTANCE): frozenset({Origin.SNAPSHOT, Origin.MOMENT}),
    (TargetKind.RDS, False, Form.MULTI_AZ): frozenset({Origin.SNAPSHOT}),
    (TargetKind.RDS, True, Form.INSTANCE): frozenset({Origin.SNAPSHOT}),
    (TargetKind.RDS, True, Form.MULTI_AZ): frozenset({Origin.SNAPSHOT, Origin.MOMENT}),
    (TargetKind.AURORA, False, Form.INSTANCE): frozenset({Origin.SNAPSHOT, Origin.MOMENT, Origin.REPLICA}),
    (TargetKind.AURORA, False, Form.AURORA): frozenset({Origin.SNAPSHOT, Origin.MOMENT, Origin.CLONE}),
}


def refuse_impossible(kind: TargetKind, target: AwsTarget, facts: Facts) -> None:
    """Raise ``BadInput`` for the first thing that AWS cannot make, or that cannot be known."""
    for fault, remedy in _faults(kind, target, facts):
        raise BadInput(f"[{kind}] {fault}", remedy=remedy)


def _faults(kind: TargetKind, target: AwsTarget, facts: Facts) -> Iterator[tuple[str, str]]:
    possible = POSSIBLE.get((kind, target.multi_az, facts.form), frozenset())
    if target.origin not in possible:
        yield _impossible(kind, target, facts.form, possible)
    if facts.production is None:
        yield from _unknown(target)
    else:
        yield from _of_production(target, facts.production)
    if facts.not_offered:
        yield (
            f"AWS does not offer {', '.join(facts.not_offered)} for this engine version in this region",
            "set instance_class and reader_class to classes that it offers: aws rds describe-orderable-db-instance-options",
        )
    if target.proxy and len(facts.subnets) < 2:
        yield "a proxy needs two subnets, and the subnet group has fewer", "set subnet_group to one with two or more"


def _impossible(kind: TargetKind, target: AwsTarget, form: Form, possible: frozenset[Origin]) -> tuple[str, str]:
    what = "an RDS Multi-AZ cluster" if target.multi_az else kind.value
    if possible:
        return (
            f"origin = '{target.origin}': AWS makes no {what} of {form} in this way",
            f"use origin = {' or '.join(sorted(repr(str(one)) for one in possible))}",
        )
    remedy = (
        "dump it and restore the dump: kind = 'embedded', 'docker', or a server of your own"
        if form == Form.AURORA
        else "restore its snapshot to an RDS instance first, and use that instance as source"
    )
    return f"AWS makes no {what} of {form}", remedy


def _unknown(target: AwsTarget) -> Iterator[tuple[str, str]]:
    """What must be given if only a snapshot is known."""
    if not target.instance_class and not target.serverless:
        yield "production is not known, and instance_class is not given", "write source, or instance_class"
    if not target.subnet_group:
        yield "production is not known, and subnet_group is not given", "write source, or subnet_group"
    if not target.database:
        yield "production is not known, and database is not given", "write the database to connect to"


def _of_production(target: AwsTarget, production: Production) -> Iterator[tuple[str, str]]:
    if production.blue_green and target.origin != Origin.SNAPSHOT:
        yield (
            f"{production.name} is part of the blue/green deployment {production.blue_green}",
            "use origin = 'snapshot': a snapshot of it is not part of the deployment",
        )
    if production.follows and target.origin == Origin.REPLICA:
        yield (
            f"{production.name} is a replica of {production.follows}",
            "use the instance that it follows as source, or origin = 'snapshot'",
        )
    if target.origin != Origin.MOMENT:
        return
    if not production.latest_us:
        yield f"{production.name} has no automated backups, so no moment can be restored", "use origin = 'snapshot'"
    elif target.moment_us and not production.earliest_us <= target.moment_us <= production.latest_us:
        begin = iso(production.earliest_us) if production.earliest_us else "(not known)"
        yield (
            f"moment {target.moment} cannot be restored",
            f"choose one from {begin} to {iso(production.latest_us)}",
        )
