"""What descriptions of instances and clusters show instead of moto's values: the endpoints, which are servers of this machine."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.aws.standin.account import members, of
from tests.aws.standin.elements import SPACE, put, text
from tests.aws.standin.exchange import Call
from tests.aws.standin.servers import Servers


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The endpoints of instances and clusters, and their facts."""

    servers: Servers

    def show(self, call: Call, root: ET.Element) -> None:
        """Show the endpoints in an answer."""
        for instance in root.iter(SPACE + "DBInstance"):
            self._show_facts(call, instance)
            endpoint = instance.find(SPACE + "Endpoint")
            place = self.servers.endpoint(text(instance, "DBInstanceIdentifier"))
            if place is not None and endpoint is not None:
                put(endpoint, "Address", place[0])
                put(endpoint, "Port", place[1])
        for cluster in root.iter(SPACE + "DBCluster"):
            self._show_cluster(call, cluster)

    def _show_facts(self, call: Call, instance: ET.Element) -> None:
        """The answer of a creation has moto's facts: those of the instance were completed after it."""
        found = of(call).databases.get(text(instance, "DBInstanceIdentifier"))
        if found is not None:
            put(instance, "DbiResourceId", found.dbi_resource_id)
            put(instance, "EngineVersion", found.engine_version)

    def _show_cluster(self, call: Call, cluster: ET.Element) -> None:
        """The endpoint of readers is that of the first reader; of the writer, where there is no reader."""
        name = text(cluster, "DBClusterIdentifier")
        if name in of(call).clusters:
            put(cluster, "EngineVersion", of(call).clusters[name].engine_version)
            put(cluster, "DBClusterParameterGroup", of(call).clusters[name].parameter_group)
        found = members(of(call), name)
        places = [self.servers.endpoint(one.db_instance_identifier) for one in found]
        there = [place for place in places if place is not None]
        if there:
            put(cluster, "Endpoint", there[0][0])
            put(cluster, "Port", there[0][1])
            put(cluster, "ReaderEndpoint", there[1 if len(there) > 1 else 0][0])
