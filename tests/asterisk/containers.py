"""The containers beside the harness: look into them, kill them, start them again."""

from __future__ import annotations

import os
import time

from docker.models.containers import Container

import docker

PROJECT = os.environ.get("IVR_TEST_PROJECT", "ivr-test")  # compose project
THREADS = (
    "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline | grep -q 'ivr serve' && ls $p/task; done | wc -l"
)


class Neighbour:
    """One service of the compose project."""

    def __init__(self, client: docker.DockerClient, service: str) -> None:
        self._client = client
        self.service = service

    @property
    def container(self) -> Container:
        """Its container as it is now."""
        labels = [f"com.docker.compose.project={PROJECT}", f"com.docker.compose.service={self.service}"]
        found = self._client.containers.list(all=True, filters={"label": labels})
        assert found, f"There is no container of {self.service} in the project {PROJECT}."
        return found[0]

    def run(self, *command: str) -> str:
        """What a command prints in it. Raises AssertionError when it fails."""
        code, output = self.container.exec_run(list(command))
        assert code == 0, f"{' '.join(command)} failed in {self.service}: {output.decode()}"
        return output.decode().strip()

    def _tried(self, *command: str) -> str:
        _, output = self.container.exec_run(list(command))
        return str(output.decode("utf-8", "replace"))

    def shell(self, script: str) -> str:
        """What a shell script prints in it."""
        return self.run("sh", "-c", script)

    def kill(self) -> None:
        """SIGKILL, and it stays down until it is started again."""
        self.container.kill("SIGKILL")

    def stop(self, seconds: int) -> None:
        """SIGTERM, and SIGKILL after so many seconds. Returns when it is down."""
        self.container.stop(timeout=seconds)

    def log(self, lines: int = 40, since: float | None = None) -> str:
        """The end of what it said, from the Unix time ``since`` on."""
        text = self.container.logs(tail=lines, since=since).decode("utf-8", "replace")
        return text.strip()


class Asterisk(Neighbour):
    """The exchange."""

    def __init__(self, client: docker.DockerClient) -> None:
        super().__init__(client, "asterisk")

    def cli(self, command: str) -> str:
        """What a command of Asterisk's console answers."""
        return self.run("asterisk", "-rx", command)

    def channels(self) -> list[str]:
        """The channels there are now, one line each."""
        return self.cli("core show channels concise").splitlines()

    def start(self, within: float = 60.0) -> None:
        """Start it if it is down, and wait until it knows its endpoints. Raises AssertionError."""
        if self.container.status != "running":
            self.container.start()
        until = time.monotonic() + within
        while "Transport:" not in self._tried("asterisk", "-rx", "pjsip show transports"):
            assert time.monotonic() < until, f"Asterisk does not start:\n{self.log(40)}"
            time.sleep(0.2)


class Service(Neighbour):
    """The bot."""

    def __init__(self, client: docker.DockerClient, service: str = "ivr") -> None:
        super().__init__(client, service)

    def twin(self, node: str, database_url: str) -> Service:
        """Another like it on other records, under the same name in the network; not started yet."""
        like = self.container
        project = {"com.docker.compose.project": PROJECT, "com.docker.compose.service": node}
        given = [line for line in like.attrs["Config"]["Env"] if not line.startswith("IVR_DATABASE_URL=")]
        (network,) = like.attrs["NetworkSettings"]["Networks"]
        alias = {network: self._client.api.create_endpoint_config(aliases=[self.service])}
        self._client.containers.create(
            like.attrs["Config"]["Image"],
            init=True,
            environment=[*given, f"IVR_DATABASE_URL={database_url}", f"IVR_NODE={node}"],
            labels=project,
            volumes_from=[like.id],
            network=network,
            networking_config=alias,
        )
        return Service(self._client, node)

    def remove(self) -> None:
        """Away with it."""
        self.container.remove(force=True)

    def start(self, within: float = 120.0) -> None:
        """Start it if it is down, and wait until it takes calls. Raises AssertionError."""
        if self.container.status == "running":
            return
        since, until = time.time(), time.monotonic() + within
        self.container.start()
        while "service_started" not in self.log(200, since):
            assert time.monotonic() < until, f"The service does not start:\n{self.log(40)}"
            time.sleep(0.1)

    def threads(self) -> int:
        """How many threads the service has."""
        return int(self.shell(THREADS))

    def connections(self) -> int:
        """How many FastAGI connections are open in it, 4573 being 11DD (proc(5), state 01: established)."""
        return int(self.shell("cat /proc/net/tcp* | awk '$2 ~ /:11DD$/ && $4 == \"01\"' | wc -l"))

    def spool(self) -> set[str]:
        """Every file in the spool, from its root."""
        return set(self.shell("cd /var/spool/ivr && find . -type f | cut -c3-").splitlines())
