"""``pgrehearse targets policies``: the IAM policies that the roles need."""

from __future__ import annotations

import click

from pgrehearse.option_groups import CONTEXT, output_json_option

# The roles (``pgrehearse.targets.aws.policies.Role``, which is not imported because the help has to be quick).
ROLES = ["capture", "metrics", "build", "delete", "doctor"]


@click.command(
    "policies", context_settings=CONTEXT, epilog="Example: pgrehearse targets policies --role delete > delete.json"
)
@click.option("--role", type=click.Choice(ROLES), help="Print the policy of this role only [default: all, by role].")
@output_json_option
def policies(*, role: str | None, as_json: bool) -> None:  # noqa: ARG001 (the output is JSON in any case)
    """Print the IAM policies with the least rights for AWS, as JSON."""
    from pgrehearse.console import print_json
    from pgrehearse.targets.aws.policies import Role, policy

    print_json(policy(Role(role)) if role else {one: policy(Role(one)) for one in ROLES})
