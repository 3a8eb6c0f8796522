"""docker and skopeo against the image registry, with the log-in that GetAuthorizationToken gives."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from conformance.account import REGION
from conformance.conftest import absent
from conformance.servers import ROOT, Sandbox, node

LIMIT_S = 120


@dataclass(frozen=True)
class Registry:
    host: str
    password: str
    ecr: Any

    def repository(self, name: str, **settings: str) -> str:
        """What goes before `:tag`. Made if it is not there."""
        try:
            made = self.ecr.create_repository(repositoryName=name, **settings)["repository"]
        except self.ecr.exceptions.RepositoryAlreadyExistsException:
            made = self.ecr.describe_repositories(repositoryNames=[name])["repositories"][0]
        return str(made["repositoryUri"])


@pytest.fixture(scope="module")
def registry() -> Iterator[Registry]:
    if not (shutil.which("docker-registry") or shutil.which("registry")):
        absent("no registry program is installed: on Debian, apt-get install docker-registry")
    running = Sandbox("--registry", "auto")
    try:
        ecr = boto3.client("ecr", REGION, endpoint_url=running.url, aws_access_key_id="test", aws_secret_access_key="test")
        data = ecr.get_authorization_token()["authorizationData"][0]
        user, _, password = base64.b64decode(data["authorizationToken"]).decode().partition(":")
        assert user == "AWS"
        yield Registry(data["proxyEndpoint"].removeprefix("http://"), password, ecr)
    finally:
        running.close()


def run(*command: str, stdin: str | bytes = "", **environment: str) -> subprocess.CompletedProcess[str]:
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run(command, input=data, capture_output=True, timeout=LIMIT_S, env={**os.environ, **environment})
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def good(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, f"{' '.join(map(str, done.args))}: {done.stderr}{done.stdout}"
    return done.stdout.strip()


# skopeo


@dataclass(frozen=True)
class Skopeo:
    registry: Registry
    authfile: Path
    work: Path

    def __call__(self, verb: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return run("skopeo", verb, *arguments, stdin=stdin, REGISTRY_AUTH_FILE=str(self.authfile))

    def layout(self, mark: str) -> str:
        """An image in an OCI layout, with one layer that holds `mark`."""
        path = self.work / mark
        if not path.exists():
            oci_layout(path, mark)
        return f"oci:{path}:latest"

    def push(self, mark: str, to: str) -> subprocess.CompletedProcess[str]:
        return self("copy", "--dest-tls-verify=false", self.layout(mark), f"docker://{to}")


def oci_layout(path: Path, mark: str) -> None:
    blobs = path / "blobs" / "sha256"
    blobs.mkdir(parents=True)

    def put(data: bytes, kind: str) -> dict[str, Any]:
        digest = hashlib.sha256(data).hexdigest()
        (blobs / digest).write_bytes(data)
        return {"mediaType": f"application/vnd.oci.image.{kind}", "digest": f"sha256:{digest}", "size": len(data)}

    layer = layer_of(mark)
    diff = f"sha256:{hashlib.sha256(layer).hexdigest()}"
    config = {"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": [diff]}, "config": {}}
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": put(json.dumps(config).encode(), "config.v1+json"),
        "layers": [put(layer, "layer.v1.tar")],
    }
    described = put(json.dumps(manifest).encode(), "manifest.v1+json")
    index = {"schemaVersion": 2, "manifests": [{**described, "annotations": {"org.opencontainers.image.ref.name": "latest"}}]}
    (path / "index.json").write_text(json.dumps(index))
    (path / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}')


def layer_of(mark: str) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        info = tarfile.TarInfo("mark")
        info.size = len(mark)
        tar.addfile(info, io.BytesIO(mark.encode()))
    return data.getvalue()


@pytest.fixture(scope="module")
def skopeo(registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Skopeo:
    if not shutil.which("skopeo"):
        absent("skopeo is not installed: on Debian, apt-get install skopeo")
    work = tmp_path_factory.mktemp("skopeo")
    made = Skopeo(registry, work / "auth.json", work)
    login = made("login", "--tls-verify=false", "--username", "AWS", "--password-stdin", registry.host, stdin=registry.password)
    assert "Login Succeeded" in good(login)
    return made


def test_skopeo_refuses_a_wrong_password(skopeo: Skopeo) -> None:
    other = Skopeo(skopeo.registry, skopeo.work / "none.json", skopeo.work)
    done = other("login", "--tls-verify=false", "-u", "AWS", "--password-stdin", skopeo.registry.host, stdin="guess")
    assert done.returncode != 0
    assert "401" in done.stderr or "unauthorized" in done.stderr.lower() or "invalid username/password" in done.stderr


def test_skopeo_needs_a_login(skopeo: Skopeo) -> None:
    uri = skopeo.registry.repository("closed")
    other = Skopeo(skopeo.registry, skopeo.work / "none.json", skopeo.work)
    done = other("inspect", "--tls-verify=false", f"docker://{uri}:1")
    assert (done.returncode != 0, "unauthorized" in done.stderr) == (True, True), done.stderr


def test_skopeo_copies_inspects_and_lists(skopeo: Skopeo) -> None:
    uri = skopeo.registry.repository("copied")
    good(skopeo.push("one", f"{uri}:v1"))
    good(skopeo.push("two", f"{uri}:v2"))
    found = json.loads(good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}:v1")))
    image = skopeo.registry.ecr.describe_images(repositoryName="copied", imageIds=[{"imageTag": "v1"}])["imageDetails"][0]
    assert found["Digest"] == image["imageDigest"]
    assert found["RepoTags"] == ["v1", "v2"]
    by_digest = json.loads(good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}@{image['imageDigest']}")))
    assert by_digest["Layers"] == found["Layers"]
    listed = json.loads(good(skopeo("list-tags", "--tls-verify=false", f"docker://{uri}")))
    assert listed["Tags"] == ["v1", "v2"]
    raw = good(skopeo("inspect", "--raw", "--tls-verify=false", f"docker://{uri}:v1"))
    kept = skopeo.registry.ecr.batch_get_image(repositoryName="copied", imageIds=[{"imageTag": "v1"}])["images"][0]
    assert raw == kept["imageManifest"]


def test_skopeo_copies_from_one_repository_to_another(skopeo: Skopeo) -> None:
    source, target = skopeo.registry.repository("from"), skopeo.registry.repository("to")
    good(skopeo.push("one", f"{source}:v1"))
    both = ("--src-tls-verify=false", "--dest-tls-verify=false")
    good(skopeo("copy", *both, f"docker://{source}:v1", f"docker://{target}:v9"))
    digests = {
        name: skopeo.registry.ecr.describe_images(repositoryName=name)["imageDetails"][0]["imageDigest"]
        for name in ("from", "to")
    }
    assert digests["from"] == digests["to"]


def test_skopeo_cannot_move_an_immutable_tag(skopeo: Skopeo) -> None:
    uri = skopeo.registry.repository("fixed", imageTagMutability="IMMUTABLE")
    good(skopeo.push("one", f"{uri}:v1"))
    good(skopeo.push("one", f"{uri}:v1"))
    refused = skopeo.push("two", f"{uri}:v1")
    assert (refused.returncode != 0, "immutable" in refused.stderr) == (True, True)
    good(skopeo.push("two", f"{uri}:v2"))


def test_skopeo_pushes_only_where_a_repository_is(skopeo: Skopeo) -> None:
    refused = skopeo.push("one", f"{skopeo.registry.host}/never-made:v1")
    assert (refused.returncode != 0, "does not exist" in refused.stderr) == (True, True)


def test_images_are_deleted_through_the_api_alone(skopeo: Skopeo) -> None:
    """ECR's registry takes no DELETE; what BatchDeleteImage took away is gone for skopeo, too."""
    uri = skopeo.registry.repository("deleted")
    good(skopeo.push("one", f"{uri}:v1"))
    good(skopeo.push("two", f"{uri}:v2"))
    assert skopeo("delete", "--tls-verify=false", f"docker://{uri}:v1").returncode != 0
    good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}:v1"))
    gone = skopeo.registry.ecr.batch_delete_image(repositoryName="deleted", imageIds=[{"imageTag": "v1"}])
    digest = gone["imageIds"][0]["imageDigest"]
    for name in (f"{uri}:v1", f"{uri}@{digest}"):
        assert "manifest unknown" in skopeo("inspect", "--tls-verify=false", f"docker://{name}").stderr
    assert json.loads(good(skopeo("list-tags", "--tls-verify=false", f"docker://{uri}")))["Tags"] == ["v2"]
    good(skopeo.push("one", f"{uri}:v1"))
    good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}:v1"))


def test_layers_of_a_pushed_image_are_known(skopeo: Skopeo) -> None:
    uri = skopeo.registry.repository("layers")
    good(skopeo.push("one", f"{uri}:v1"))
    digest = json.loads(good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}:v1")))["Layers"][0]
    ecr = skopeo.registry.ecr
    known = ecr.batch_check_layer_availability(repositoryName="layers", layerDigests=[digest, "sha256:" + "0" * 64])
    assert [each["layerAvailability"] for each in known["layers"]] == ["AVAILABLE", "UNAVAILABLE"]


def test_a_manifest_without_its_layers_is_refused(registry: Registry) -> None:
    registry.repository("bare")
    config = {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 2, "digest": "sha256:" + "3" * 64}
    kind = "application/vnd.oci.image.manifest.v1+json"
    manifest = json.dumps({"schemaVersion": 2, "mediaType": kind, "config": config, "layers": []})
    with pytest.raises(ClientError, match="LayersNotFoundException"):
        registry.ecr.put_image(repositoryName="bare", imageManifest=manifest, imageManifestMediaType=kind, imageTag="1")


def test_an_image_of_the_registry_gets_another_tag_through_the_api(skopeo: Skopeo) -> None:
    uri = skopeo.registry.repository("retagged")
    good(skopeo.push("one", f"{uri}:v1"))
    ecr = skopeo.registry.ecr
    image = ecr.batch_get_image(repositoryName="retagged", imageIds=[{"imageTag": "v1"}])["images"][0]
    kind = image["imageManifestMediaType"]
    ecr.put_image(repositoryName="retagged", imageManifest=image["imageManifest"], imageManifestMediaType=kind, imageTag="v2")
    both = [json.loads(good(skopeo("inspect", "--tls-verify=false", f"docker://{uri}:{tag}")))["Digest"] for tag in ("v1", "v2")]
    assert both[0] == both[1] == image["imageId"]["imageDigest"]


# docker


@dataclass(frozen=True)
class Docker:
    registry: Registry
    config: Path
    host: str

    def __call__(self, *arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        return run("docker", "--config", str(self.config), *arguments, stdin=stdin, DOCKER_HOST=self.host)

    def image(self, mark: str, name: str) -> str:
        """Makes an image of one layer, without a build and without a base."""
        good(self("import", "-", name, stdin=layer_of(mark)))
        return name


@pytest.fixture(scope="module")
def engine() -> Iterator[str]:
    """The engine of DOCKER_HOST, or one that is thrown away."""
    if not shutil.which("docker"):
        absent("docker is not installed: on Debian, apt-get install docker.io")
    if given := os.environ.get("DOCKER_HOST"):
        yield given
        return
    if not shutil.which("dockerd") or os.geteuid() != 0:
        absent("there is neither a DOCKER_HOST nor a dockerd that this user may start")
    command = [node(), "scripts/engine.ts"]
    started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert started.stdout and started.stderr
        host = started.stdout.readline().strip()
        if not host:
            absent(f"no Docker engine starts here: {started.stderr.read().strip()}")
        yield host
    finally:
        started.terminate()
        started.wait(timeout=60)


@pytest.fixture(scope="module")
def docker(registry: Registry, engine: str, tmp_path_factory: pytest.TempPathFactory) -> Docker:
    made = Docker(registry, tmp_path_factory.mktemp("docker"), engine)
    login = made("login", "--username", "AWS", "--password-stdin", registry.host, stdin=registry.password)
    assert "Login Succeeded" in good(login)
    return made


def test_docker_refuses_a_wrong_password(docker: Docker, tmp_path: Path) -> None:
    other = Docker(docker.registry, tmp_path, docker.host)
    done = other("login", "--username", "AWS", "--password-stdin", docker.registry.host, stdin="guess")
    assert (done.returncode != 0, "unauthorized" in done.stderr.lower() or "401" in done.stderr) == (True, True)


def test_docker_pushes_and_pulls(docker: Docker) -> None:
    uri = docker.registry.repository("pushed")
    name = docker.image("docker", f"{uri}:v1")
    good(docker("push", name))
    image = docker.registry.ecr.describe_images(repositoryName="pushed", imageIds=[{"imageTag": "v1"}])["imageDetails"][0]
    pinned = f"{uri}@{image['imageDigest']}"
    good(docker("rmi", name))
    good(docker("pull", name))
    assert good(docker("image", "inspect", "--format", "{{index .RepoDigests 0}}", name)) == pinned
    good(docker("rmi", name))
    good(docker("pull", pinned))
    assert image["imageDigest"] in good(docker("image", "ls", "--digests", uri))


def test_docker_cannot_move_an_immutable_tag(docker: Docker) -> None:
    uri = docker.registry.repository("docker-fixed", imageTagMutability="IMMUTABLE")
    good(docker("push", docker.image("first", f"{uri}:v1")))
    good(docker("push", f"{uri}:v1"))
    refused = docker("push", docker.image("second", f"{uri}:v1"))
    assert (refused.returncode != 0, "immutable" in refused.stderr) == (True, True)


def test_docker_needs_a_login(docker: Docker, tmp_path: Path) -> None:
    uri = docker.registry.repository("docker-closed")
    name = docker.image("closed", f"{uri}:v1")
    other = Docker(docker.registry, tmp_path, docker.host)
    for command in (("push", name), ("pull", f"{uri}:v2")):
        done = other(*command)
        assert (done.returncode != 0, "no basic auth credentials" in done.stderr) == (True, True)


def test_docker_pulls_what_skopeo_pushed(docker: Docker, skopeo: Skopeo) -> None:
    uri = docker.registry.repository("shared")
    good(skopeo.push("shared", f"{uri}:v1"))
    good(docker("pull", f"{uri}:v1"))


def test_docker_pulls_nothing_that_is_not_there(docker: Docker) -> None:
    uri = docker.registry.repository("docker-empty")
    done = docker("pull", f"{uri}:none")
    assert (done.returncode != 0, "manifest unknown" in done.stderr or "not found" in done.stderr) == (True, True)
