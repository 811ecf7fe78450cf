"""The rules that decide which statements a replay sends, read from the catalogs of the targets."""

from __future__ import annotations

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.consequences import lasting_relations, private_relations
from pgrehearse.replay.prepare.skip_rules import DatabaseRules, Rules
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.targets.catalog_reader import database_names
from pgrehearse.targets.effect_reader import read_definitions, read_paths, roles_with_schemas
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.dynamic_sql import ANY
from pgrehearse.workload.sql.search_path import USER, search_path


def read_rules(workload: Workload, plan: ReplayPlan, version_num: int) -> Rules:
    """Read the effects of functions and relations in every database that the workload's sessions connect to.

    *version_num*: of the target. Raises ``TargetProblem`` (exit 4) when a database cannot be read.
    """
    renamed = dict(plan.routing.databases)
    names = {renamed.get(name, name) for name in workload.sessions()["database"].drop_nulls()}
    passwords = Passwords(plan.routing.password_command)
    settings = [*workload.manifest.session_settings, *plan.routing.settings]
    schemas = frozenset(name for item in settings for name in search_path(item.settings.get("search_path", ""), USER))
    by_database: dict[str, DatabaseRules] = {}
    for target in plan.targets():
        for name, rules in event_loop.run(_of_target(passwords.of(target), names, schemas)).items():
            by_database[name] = _joined(by_database[name], rules) if name in by_database else rules
    policy = Policy(plan.writes, plan.allowed, version_num // 10_000)
    return Rules(
        policy,
        by_database,
        renamed,
        {} if plan.routing.as_role else dict(plan.routing.users),
        shared=bool(plan.pooled) or plan.routing.set_after_connect or plan.routing.transaction_pooling,
        unnamed_statements=plan.routing.unnamed_statements,
        private=private_relations(workload, plan.from_us),
        lasting=lasting_relations(workload, policy),
    )


async def _of_target(target: Endpoint, names: set[str], schemas: frozenset[str]) -> dict[str, DatabaseRules]:
    """Return the rules of a server's databases. *schemas*: schemas in the search paths that are set for sessions."""
    rules = {}
    for name in sorted(names & await database_names(target)):
        place = target.to(database=name)
        paths = {user: path | schemas for user, path in (await read_paths(place)).items()}
        rules[name] = DatabaseRules(tuple(await read_definitions(place)), paths, await roles_with_schemas(place))
    return rules


def _joined(first: DatabaseRules, second: DatabaseRules) -> DatabaseRules:
    """Return the rules of two databases with the same name on two servers: a session may connect to either."""
    return DatabaseRules(first.definitions + second.definitions, {"": frozenset({ANY})}, first.roles | second.roles)
