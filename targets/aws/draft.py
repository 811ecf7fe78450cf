"""What all parts of a plan are made of, and the names that they agree on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pgrehearse.targets.aws.facts import ENGINES, Facts, Level, Production
from pgrehearse.targets.aws.requests import RunTags
from pgrehearse.targets.aws.specification import SERVERLESS, AwsTarget
from pgrehearse.targets.aws.versions import Versions
from pgrehearse.targets.target import TargetKind

# The subnet group of an account's default VPC, which AWS makes itself (RDS API reference, CreateDBSubnetGroup).
DEFAULT_GROUP = "default"


@dataclass(frozen=True, slots=True)
class Draft:
    """The specification, what AWS describes, the tags and names of the run, and the versions that were chosen."""

    kind: TargetKind
    target: AwsTarget
    facts: Facts
    run: RunTags
    versions: Versions

    @property
    def engine(self) -> str:
        return ENGINES[self.kind]

    @property
    def production(self) -> Production | None:
        return self.facts.production

    @property
    def clustered(self) -> bool:
        """Whether the target is a cluster."""
        return self.kind == TargetKind.AURORA or self.target.multi_az

    @property
    def cluster(self) -> str:
        return self.name("cluster") if self.clustered else ""

    @property
    def writer(self) -> str:
        """The name of the writing instance ("": AWS names the instances of a Multi-AZ DB cluster)."""
        return "" if self.target.multi_az else self.name("writer")

    @property
    def readers(self) -> tuple[str, ...]:
        return tuple(self.name(f"reader-{number}") for number in range(1, self.target.readers + 1))

    @property
    def instance_class(self) -> str:
        if self.target.serverless:
            return SERVERLESS
        return self.target.instance_class or (self.production.instance_class if self.production else "")

    @property
    def standby(self) -> bool:
        """Whether an RDS instance has a standby in another zone, as production has."""
        return bool(self.production and self.production.standby) and not self.target.single_az

    @property
    def databases(self) -> tuple[str, ...]:
        """The databases that are marked."""
        first = self.target.database or (self.production.database if self.production else "")
        return tuple(dict.fromkeys((first, *self.target.databases)))

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels at which such a target has parameter groups, the first one first."""
        if not self.clustered:
            return (Level.INSTANCE,)
        return (Level.CLUSTER,) if self.target.multi_az else (Level.CLUSTER, Level.INSTANCE)

    def name(self, part: str) -> str:
        return self.run.name(part)

    def group(self, level: Level, family: str) -> str:
        """Return the name of a parameter group ("": such a target has none of this level): all generations have the same ones."""
        if level not in self.levels:
            return ""
        return replace(self.run, generation=1).name(f"{level}-{family.replace('.', '-')}")

    def network(self) -> dict[str, object]:
        """Return the parameters of a request that place the target in a network."""
        group = self.target.subnet_group or (self.production.subnet_group if self.production else "")
        if group == DEFAULT_GROUP:  # AWS uses it for a request that names none
            group = ""
        security = self.target.security_groups or (self.production.security_groups if self.production else ())
        return {
            **({"DBSubnetGroupName": group} if group else {}),
            **({"VpcSecurityGroupIds": list(security)} if security else {}),
        }
