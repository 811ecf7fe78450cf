"""Errors of AWS's API and of boto3 as one sentence each, with a remedy by AWS's error code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    HTTPClientError,
    NoCredentialsError,
    NoRegionError,
    PartialCredentialsError,
    ProfileNotFound,
    SSOError,
    TokenRetrievalError,
)
from botocore.parsers import ResponseParserError

from pgrehearse.base.errors import PgrehearseError, TargetProblem

_LOGIN = "renew the credentials (aws sso login, or a new session token)"
_CREDENTIALS = "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, and the clock of this machine"
_NAME = "check the name, and the region (AWS_DEFAULT_REGION) and the account (AWS_PROFILE)"
_RATE = "run the command again later, or set AWS_RETRY_MODE=adaptive and a larger AWS_MAX_ATTEMPTS"
_SERVICE = "run the command again later: the fault is in the service"
_KEY = "allow the key for this role, and check that it is enabled and in this region"
_CAPACITY = "use another instance class, or a subnet group of other zones, or try again later"
_QUOTA = "remove what is not needed (pgrehearse targets list), or ask AWS for a larger quota"
_NETWORK = "check the subnet group (two zones, free addresses) and the security groups"
_LIMITED = (
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestLimitExceeded",
    "TooManyRequestsException",
    "RequestThrottled",
    "SlowDown",
)
_FAILED = ("InternalFailure", "InternalError", "InternalServiceError", "ServiceUnavailable", "InternalServiceFault")
_SERVER_ERROR = 500
# AWS's codes by their remedy: the common errors of the query and JSON protocols, and those of RDS, CloudWatch and S3
# (docs.aws.amazon.com, "Common errors" of each service's API reference).
_BY_CODE: dict[str, str] = {
    **dict.fromkeys(("ExpiredToken", "ExpiredTokenException", "RequestExpired"), _LOGIN),
    **dict.fromkeys(
        (
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "InvalidAccessKeyId",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "AuthFailure",
            "RequestTimeTooSkewed",
        ),
        _CREDENTIALS,
    ),
    **dict.fromkeys(
        _LIMITED,
        _RATE,
    ),
    **dict.fromkeys(
        (
            "DBInstanceNotFound",
            "DBInstanceNotFoundFault",
            "DBClusterNotFoundFault",
            "DBLogFileNotFoundFault",
            "ResourceNotFoundException",
            "NoSuchBucket",
            "NoSuchKey",
            "404",
        ),
        _NAME,
    ),
    **dict.fromkeys(
        _FAILED,
        _SERVICE,
    ),
    **dict.fromkeys(("KMSKeyNotAccessibleFault",), _KEY),
    **dict.fromkeys(
        (
            "InsufficientDBInstanceCapacity",
            "InsufficientDBClusterCapacityFault",
            "InsufficientStorageClusterCapacity",
            "InsufficientAvailableIPsInSubnetFault",
        ),
        _CAPACITY,
    ),
    **dict.fromkeys(
        (
            "InstanceQuotaExceeded",
            "DBClusterQuotaExceededFault",
            "DBParameterGroupQuotaExceeded",
            "SnapshotQuotaExceeded",
            "StorageQuotaExceeded",
            "DBProxyQuotaExceededFault",
        ),
        _QUOTA,
    ),
    **dict.fromkeys(
        (
            "DBSubnetGroupNotFoundFault",
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            "InvalidVPCNetworkStateFault",
            "InvalidSubnet",
        ),
        _NETWORK,
    ),
}
_DENIED = frozenset(
    {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorizedException", "403", "Forbidden"}
)
# What boto3 raises for a request. A connection that was cut, or a timeout, is a BotoCoreError too.
AWS_ERRORS = (ClientError, BotoCoreError, ResponseParserError)
_NO_CREDENTIALS = (NoCredentialsError, PartialCredentialsError, CredentialRetrievalError)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a request is for. *where*: what it is about, the begin of each message; *permissions*: the IAM actions that it needs;
    *problem*: the error to raise; *otherwise*: what to check if the error shows no more."""

    where: str
    permissions: tuple[str, ...]
    problem: type[PgrehearseError] = TargetProblem
    otherwise: str = "check AWS_PROFILE and AWS_DEFAULT_REGION"

    def denied(self) -> str:
        """Return the remedy for a missing permission."""
        return f"grant {', '.join(f'`{action}`' for action in self.permissions)}"


def error_code(error: ClientError) -> str:
    """Return AWS's code of an error ("" if the answer has none)."""
    return str(error.response.get("Error", {}).get("Code", ""))


def connected(purpose: Purpose, make: Callable[[], Any]) -> Any:
    """Return the client that *make* makes; an invalid setting of AWS (AWS_MAX_ATTEMPTS='') is an error with a remedy."""
    with aws_errors(purpose):
        try:
            return make()
        except ValueError as error:
            raise purpose.problem(
                f"{purpose.where}: a setting for AWS is invalid: {error}",
                remedy="check the environment variables AWS_*, and the profile in ~/.aws/config",
            ) from None


@contextmanager
def aws_errors(purpose: Purpose) -> Iterator[None]:
    """Turn errors of boto3 into the purpose's error."""
    try:
        yield
    except AWS_ERRORS as error:
        raise problem_of(purpose, error) from None


def problem_of(purpose: Purpose, error: Exception) -> PgrehearseError:
    """Return the purpose's error for one of ``AWS_ERRORS``."""
    if isinstance(error, ClientError):
        remedy = purpose.denied() if error_code(error) in _DENIED else _BY_CODE.get(error_code(error))
        return purpose.problem(f"{purpose.where}: AWS refused: {error}", remedy=remedy or purpose.otherwise)
    if isinstance(error, ResponseParserError):
        text = " ".join(str(error).split())
        return purpose.problem(
            f"{purpose.where}: the answer is not one of AWS: {text[:200]}",
            remedy="check AWS_ENDPOINT_URL and HTTPS_PROXY: a proxy or a login page answers in the place of AWS",
        )
    return purpose.problem(f"{purpose.where}: AWS is unreachable: {error}", remedy=_remedy(error, purpose))


def is_temporary(error: Exception) -> bool:
    """Return whether the same request can succeed later: AWS limits the rate, a service fails, or the network does."""
    if isinstance(error, ClientError):
        status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
        return error_code(error) in {*_LIMITED, *_FAILED} or status >= _SERVER_ERROR
    return isinstance(error, HTTPClientError | ResponseParserError)


def _remedy(error: Exception, purpose: Purpose) -> str:
    if isinstance(error, SSOError | TokenRetrievalError):
        return _LOGIN
    if isinstance(error, NoRegionError):
        return "set AWS_DEFAULT_REGION, or a region in the profile of AWS_PROFILE"
    if isinstance(error, ProfileNotFound):
        return "set AWS_PROFILE to a profile of ~/.aws/config"
    if isinstance(error, _NO_CREDENTIALS):
        return "give credentials: AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role of this machine"
    return purpose.otherwise
