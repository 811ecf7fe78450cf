"""The deployment files of examples/cluster: valid for Ray and KubeRay, and of the version of Ray that is tested."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "cluster"


def document(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return content


def pods() -> list[dict[str, Any]]:
    """Return the pod templates of the manifest: the head's, and those of the hosts."""
    spec = document("kuberay.yaml")["spec"]
    return [group["template"]["spec"] for group in (spec["headGroupSpec"], *spec["workerGroupSpecs"])]


def ray_version() -> str:
    """Return the version of Ray in constraints.txt."""
    found = re.search(r"^ray==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def test_ray_accepts_the_file_for_ec2() -> None:
    """Ray's own validation accepts the file with the defaults that Ray adds."""
    pytest.importorskip("ray")
    from ray.autoscaler._private.util import prepare_config, validate_config

    prepared = prepare_config(document("ec2.yaml"))
    validate_config(prepared)
    assert prepared["available_node_types"]["head"]["max_workers"] == 0
    assert prepared["available_node_types"]["host"]["min_workers"] == prepared["max_workers"] == 4


def test_volumes_of_ec2_are_encrypted_and_end_with_their_instance() -> None:
    """A volume may contain values of statements."""
    file = document("ec2.yaml")
    nodes = [kind["node_config"] for kind in file["available_node_types"].values()]
    volumes = [device["Ebs"] for node in nodes for device in node["BlockDeviceMappings"]]
    assert len(volumes) == 2
    assert all(volume["Encrypted"] and volume["DeleteOnTermination"] for volume in volumes)
    assert not file["provider"]["cache_stopped_nodes"]


def test_clients_of_each_cluster_need_a_token() -> None:
    """Without the token nobody can run code on the hosts."""
    file = document("ec2.yaml")
    starts = [command for name in ("head", "worker") for command in file[f"{name}_start_ray_commands"]]
    assert all("RAY_AUTH_MODE=token" in command for command in starts if "ray start" in command)
    assert sum("ray start" in command for command in starts) == 2
    assert file["file_mounts"] == {"/home/admin/.ray/auth_token": "~/.ray/auth_token"}
    assert document("kuberay.yaml")["spec"]["authOptions"] == {"mode": "token"}


def test_the_manifest_of_kuberay_has_the_fields_of_a_ray_cluster() -> None:
    """The names and types are those of the custom resource RayCluster, version ray.io/v1 (KubeRay 1.7)."""
    manifest = document("kuberay.yaml")
    assert (manifest["apiVersion"], manifest["kind"], set(manifest)) == (
        "ray.io/v1",
        "RayCluster",
        {"apiVersion", "kind", "metadata", "spec"},
    )
    assert set(manifest["spec"]) == {"rayVersion", "authOptions", "headGroupSpec", "workerGroupSpecs"}
    assert set(manifest["spec"]["headGroupSpec"]) == {"rayStartParams", "template"}
    (hosts,) = manifest["spec"]["workerGroupSpecs"]
    assert set(hosts) == {"groupName", "replicas", "minReplicas", "maxReplicas", "rayStartParams", "template"}
    assert hosts["minReplicas"] == hosts["replicas"] == hosts["maxReplicas"]
    parameters = [manifest["spec"]["headGroupSpec"]["rayStartParams"], hosts["rayStartParams"]]
    assert all(isinstance(value, str) for group in parameters for value in group.values())
    assert parameters[0]["num-cpus"] == "0"


def test_pods_run_as_an_unprivileged_user_with_processors_of_their_own() -> None:
    """Each pod has whole processors, requested and limited, on a node of its own; its files end with it."""
    assert len(pods()) == 2
    for pod in pods():
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"]
        assert container["resources"]["requests"] == container["resources"]["limits"]
        assert container["resources"]["limits"]["cpu"].isdigit()
        assert [rule["topologyKey"] for rule in pod["topologySpreadConstraints"]] == ["kubernetes.io/hostname"]
        assert all("emptyDir" in volume for volume in pod["volumes"])


def test_probes_of_pods_start_no_process() -> None:
    """The probes are connections to the port of the node manager."""
    spec = document("kuberay.yaml")["spec"]
    for group, pod in zip((spec["headGroupSpec"], *spec["workerGroupSpecs"]), pods(), strict=True):
        for probe in ("readinessProbe", "livenessProbe"):
            port = pod["containers"][0][probe]["tcpSocket"]["port"]
            assert str(port) == group["rayStartParams"]["node-manager-port"]


def test_all_files_have_the_tested_version_of_ray() -> None:
    """Ray refuses a client of another version."""
    assert document("kuberay.yaml")["spec"]["rayVersion"] == ray_version()
    assert f"'ray=={ray_version()}'" in " ".join(document("ec2.yaml")["setup_commands"])
