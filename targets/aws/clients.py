"""The clients of AWS's services, of one region: for the requests that look for and remove what targets have created."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected
from pgrehearse.base.errors import TargetProblem

_WHO = Purpose("the account at AWS", ("sts:GetCallerIdentity",))
# A request to remove must not be lost to a service that is slow: standard retries, and a bound for each request.
_CONFIG = Config(connect_timeout=10, read_timeout=60)


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of a session. Secrets: they are in memory only."""

    access_key: str = field(repr=False)
    secret_key: str = field(repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def current(cls) -> Credentials | None:
        """Return the credentials that boto3 finds now; None if there are none."""
        try:
            found = boto3.Session().get_credentials()
            frozen = found.get_frozen_credentials() if found is not None else None
        except BotoCoreError:
            return None
        if frozen is None or not frozen.access_key or not frozen.secret_key:
            return None
        return cls(frozen.access_key, frozen.secret_key, frozen.token or "")


@dataclass(slots=True)
class Clients:
    """The clients. *region*: "": that of the environment; *credentials*: None: those that boto3 finds, and renews where it can."""

    region: str = ""
    credentials: Credentials | None = None
    _clients: dict[str, Any] = field(default_factory=dict, repr=False)
    _lock: Any = field(default_factory=threading.Lock, repr=False)

    def of(self, service: str) -> Any:
        """Return the client of a service (``rds``). Raises ``TargetProblem`` if it cannot be made."""
        with self._lock:
            if service not in self._clients:
                self._clients[service] = connected(Purpose(f"AWS {service}", ()), lambda: self._made(service))
            return self._clients[service]

    def place(self) -> dict[str, str]:
        """Return the region and the account, as a journal records them (``Header.place``)."""
        client = self.of("sts")
        with aws_errors(_WHO):
            account = str(client.get_caller_identity()["Account"])
        return {"region": self.region or str(client.meta.region_name), "account": account}

    def require(self, place: dict[str, str]) -> None:
        """Raise ``TargetProblem`` unless these clients are of a journal's account and region.

        In another account nothing is found, which would look as if everything was removed.
        """
        here, there = self.place(), {name: place.get(name, "") for name in ("region", "account")}
        if here != there:
            raise TargetProblem(
                f"the target is in account {there['account'] or '(not recorded)'}, region {there['region'] or '(not recorded)'}; "
                f"the credentials are of account {here['account']}, region {here['region']}",
                remedy="set AWS_PROFILE to a profile of the account of the target",
            )

    def _made(self, service: str) -> Any:
        keys: dict[str, str] = {}
        if self.credentials is not None:
            keys = {
                "aws_access_key_id": self.credentials.access_key,
                "aws_secret_access_key": self.credentials.secret_key,
            }
            if self.credentials.token:
                keys["aws_session_token"] = self.credentials.token
        return boto3.Session(region_name=self.region or None, **keys).client(service, config=_CONFIG)
