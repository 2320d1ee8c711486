"""The executors of a sweep on other machines: workers of a ``dask.distributed`` scheduler. Needs the extra ``[cluster]``.

A scheduler takes orders from, and hands pickled work to, everyone who can reach it: so TLS, or plain TCP on this machine only
unless the user insists. Measurements go to workers that offer the resource ``measure``, one at a time each; a *tag* is any
further resource that a worker offers.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

from explorer.core.errors import BadInput, ExplorerError
from explorer.sweep import tasks
from explorer.sweep.run import Pools

MEASURE = "measure"
TAG_SHARE = 1e-6  # of a tag's resource that a task takes: as good as nothing
CONNECT_S = 10
BACK_S = 60  # a scheduler that was lost is looked for again so long
LOOK_S = 1.0


class SchedulerLost(ExplorerError):
    """The scheduler went away in the middle and did not come back."""


@dataclass(frozen=True)
class Cluster:
    """Where the scheduler is, how to speak to it, and which workers are meant: by name, and by tag (they have all of them)."""

    address: str
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    insist: bool = False

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        try:
            port = parts.port
        except ValueError:
            port = None
        if parts.scheme not in ("tcp", "tls") or not parts.hostname or not port:
            raise BadInput("--scheduler {0} is not tcp://HOST:PORT or tls://HOST:PORT", self.address)
        files = (self.ca, self.certificate, self.key)
        if parts.scheme == "tls":
            if None in files:
                raise BadInput("tls:// needs --tls-ca, --tls-cert and --tls-key")
            for file in files:
                if file is not None and not file.is_file():
                    raise BadInput("there is no file {0}", file)
        elif any(files):
            raise BadInput("--tls-ca, --tls-cert and --tls-key are for tls://; the address is {0}", self.address)
        elif not self.insist and not _is_here(parts.hostname):
            raise BadInput(
                "{0}: plain TCP would let everyone on the network run code on these machines; use tls://, or --plain-tcp if you"
                " know that nobody else is there", self.address,
            )


@contextmanager
def pools(cluster: Cluster, *, measured: bool) -> Iterator[Pools]:
    """A connection for as long as a sweep lasts. Raises BadInput where none answers, or no worker is as asked for."""
    connection = _Connection(cluster, measured=measured)
    try:
        connection.open()
        yield Pools(
            analysing=partial(connection.executor, measuring=False), measuring=partial(connection.executor, measuring=True),
            processes=max(1, connection.slots()), lost=connection.lost, measure=tasks.measure_apart,
            measuring_at_once=max(1, connection.measuring()),
        )
    finally:
        connection.close()


class _Connection:
    """A client of the scheduler, opened anew where it was lost."""

    def __init__(self, cluster: Cluster, *, measured: bool) -> None:
        try:
            import distributed
        except ImportError:
            raise BadInput("--scheduler needs dask.distributed: pip install 'architecture-explorer[cluster]'") from None
        self.lost: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self._distributed = distributed
        self._cluster, self._measured = cluster, measured
        self._client: Any = None

    def open(self) -> None:
        """Connect and look at the workers."""
        self._client = self._connect()
        self._check(self._workers())

    def slots(self) -> int:
        """Tasks that the workers meant can run at once."""
        return sum(int(worker["nthreads"]) for worker in self._workers().values())

    def measuring(self) -> int:
        """Workers meant that offer to measure."""
        return sum(MEASURE in worker["resources"] for worker in self._workers().values())

    @contextmanager
    def executor(self, *, measuring: bool) -> Iterator[Executor]:
        """The scheduler as an executor; connects again where it was lost since."""
        if self._client.status != "running" or not self._answers():
            self._come_back()
        wanted: dict[str, Any] = {"pure": False, "retries": 2}
        if self._cluster.names:
            wanted["workers"] = [address for address, worker in self._workers().items() if worker["name"] in self._cluster.names]
        resources = dict.fromkeys(self._cluster.tags, TAG_SHARE) | ({MEASURE: 1} if measuring else {})
        if resources:
            wanted["resources"] = resources
        executor: Executor = self._client.get_executor(**wanted)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)

    def close(self) -> None:
        """Leave the scheduler; it and its workers go on."""
        if self._client is not None:
            self._client.close(timeout=2)
            self._client = None

    def _connect(self) -> Any:
        c = self._cluster
        security = None
        if c.certificate is not None:
            security = self._distributed.Security(
                tls_ca_file=str(c.ca), tls_client_cert=str(c.certificate), tls_client_key=str(c.key), require_encryption=True,
            )
        try:
            return self._distributed.Client(
                c.address, timeout=CONNECT_S, security=security, set_as_default=False, name="architecture-explorer",
            )
        except (OSError, TimeoutError, ValueError) as error:
            reason = str(error).strip().splitlines() or [type(error).__name__]
            raise BadInput("no scheduler answers at {0}: {1}", c.address, reason[-1]) from error

    def _come_back(self) -> None:
        self._client.close(timeout=2)
        until = monotonic() + BACK_S
        while True:
            try:
                self.open()
            except BadInput as error:
                if monotonic() > until:
                    raise SchedulerLost(f"the scheduler was lost: {error}") from error
                sleep(LOOK_S)
            else:
                return

    def _answers(self) -> bool:
        try:
            self._client.sync(self._client.scheduler.identity, callback_timeout=CONNECT_S)
        except (OSError, TimeoutError):
            return False
        return True

    def _workers(self) -> dict[str, Any]:
        """The workers meant, by address."""
        everyone = self._client.sync(self._client.scheduler.identity, n_workers=-1, callback_timeout=CONNECT_S)["workers"]
        return {
            address: worker for address, worker in everyone.items()
            if (not self._cluster.names or worker["name"] in self._cluster.names)
            and all(tag in worker["resources"] for tag in self._cluster.tags)
        }

    def _check(self, workers: dict[str, Any]) -> None:
        everyone = self._client.scheduler_info(n_workers=-1)["workers"].values()
        there = ", ".join(f"{w['name']} ({', '.join(w['resources']) or 'no tags'})" for w in everyone) or "none"
        for name in self._cluster.names:
            if name not in {worker["name"] for worker in workers.values()}:
                raise BadInput("no worker {0} with the tags asked for; there are: {1}", name, there)
        if not workers:
            raise BadInput("no worker as asked for at {0}; there are: {1}", self._cluster.address, there)
        if self._measured and not any(MEASURE in worker["resources"] for worker in workers.values()):
            raise BadInput("no worker offers to measure (dask worker … --resources {0}=1); there are: {1}", MEASURE, there)
        ours = tasks.identity()
        answers = self._client.run(tasks.identity, workers=list(workers), on_error="return")
        for address, theirs in answers.items():
            if isinstance(theirs, ImportError | AttributeError):
                raise BadInput("worker {0} cannot import this program: {1}", workers[address]["name"], theirs)
            if theirs != ours:
                name = workers[address]["name"]
                raise BadInput("worker {0} runs another version of this program; it would count otherwise", name)


def _is_here(host: str) -> bool:
    """Whether an address is this machine's own loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
