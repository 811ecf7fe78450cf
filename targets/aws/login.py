"""How a target at AWS is logged in to: by the secret of its master user, or by a token of IAM. Both are in the endpoint only."""

from __future__ import annotations

import json
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.specification import AwsTarget, Login

SECRET_PERMISSIONS = ("secretsmanager:GetSecretValue", "kms:Decrypt")
IAM_PERMISSIONS = ("rds-db:connect",)


def credentials(clients: Clients, target: AwsTarget, row: dict[str, Any]) -> tuple[str, str]:
    """Return the user and the password of a cluster or instance whose description is *row* (with IAM the password is made by host)."""
    if target.login == Login.IAM:
        return target.user, ""
    arn = str(row.get("MasterUserSecret", {}).get("SecretArn", ""))
    name = str(row.get("DBClusterIdentifier") or row.get("DBInstanceIdentifier"))
    if not arn:
        raise TargetProblem(
            f"{name} has no secret for its master user",
            remedy="create the target again: somebody has changed its login",
        )
    with aws_errors(Purpose(f"the secret of {name}", SECRET_PERMISSIONS)):
        text = clients.of("secretsmanager").get_secret_value(SecretId=arn)["SecretString"]
    try:
        document = json.loads(text)
        return str(document["username"]), str(document["password"])
    except (ValueError, KeyError, TypeError):
        raise TargetProblem(
            f"the secret of {name} has no username and password", remedy="look at the secret in Secrets Manager"
        ) from None


def endpoint(clients: Clients, target: AwsTarget, place: tuple[str, int], login: tuple[str, str, str]) -> Endpoint:
    """Return the endpoint of a host and port. *login*: user, password, and database.

    A token of IAM is valid for 15 minutes, for new connections only (RDS user guide, "IAM database authentication"); call again for a
    new one.
    """
    (host, port), (user, password, database) = place, login
    if target.login == Login.IAM:
        with aws_errors(Purpose(f"the login to {host}", IAM_PERMISSIONS)):
            password = str(clients.of("rds").generate_db_auth_token(DBHostname=host, Port=port, DBUsername=user))
    root = (("sslrootcert", target.sslrootcert),) if target.sslrootcert else ()
    return Endpoint(
        host=host,
        port=port,
        database=database,
        user=user,
        password=password,
        options=(("sslmode", target.sslmode), *root),
    )
