"""The executors of a sweep on other machines: workers of a ``dask.distributed`` scheduler. Needs the extra ``[cluster]``.

Which scheduler and which workers is a ``core.cluster.Cluster``. Measurements go to workers that offer the resource ``measure``,
one at a time each; a *tag* is any further resource that a worker offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from time import monotonic, sleep
from typing import Any

from explorer.core.cluster import Cluster
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


def workers(cluster: Cluster) -> list[dict[str, Any]]:
    """Every worker there is: [{name, address, threads, tags, measures, card, why}]; ``tags`` are what it offers but to measure.

    ``card`` is {host, cpu, cores, os, torch, devices}; ``why`` says why a sweep may not use it, [] where it may. Raises BadInput
    where no scheduler answers.
    """
    connection = _Connection(Cluster.from_json(cluster.to_json() | {"names": [], "tags": []}), measured=False)
    try:
        connection.open(check=False)
        return connection.told()
    finally:
        connection.close()


class _Connection:
    """A client of the scheduler, opened anew where it was lost."""

    def __init__(self, cluster: Cluster, *, measured: bool) -> None:
        try:
            import distributed
        except ImportError:
            raise BadInput(
                "a scheduler needs dask.distributed, which is not installed: pip install 'architecture-explorer[cluster]'"
            ) from None
        self.lost: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self._distributed = distributed
        self._cluster, self._measured = cluster, measured
        self._client: Any = None

    def open(self, *, check: bool = True) -> None:
        """Connect and look at the workers."""
        self._client = self._connect()
        if check:
            self._check(self._workers())

    def told(self) -> list[dict[str, Any]]:
        """The workers with their machines, by name."""
        there = self._workers()
        cards = self._client.run(tasks.card, workers=list(there), on_error="return") if there else {}
        found = []
        for address, worker in there.items():
            card = cards.get(address)
            why = _why_not(card.get("identity") if isinstance(card, dict) else card)
            found.append({
                "name": str(worker["name"]), "address": address, "threads": int(worker["nthreads"]),
                "tags": [tag for tag in worker["resources"] if tag != MEASURE], "measures": MEASURE in worker["resources"],
                "card": card if isinstance(card, dict) else {}, "why": why,
            })
        return sorted(found, key=lambda worker: str(worker["name"]))

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
        answers = self._client.run(tasks.identity, workers=list(workers), on_error="return")
        for address, theirs in answers.items():
            why = _why_not(theirs)
            if why:
                raise BadInput("worker {0} " + why[0], workers[address]["name"], *why[1:])


def _why_not(identity: object) -> list[str]:
    """Why a worker with this identity may not be used, as the rest of a sentence; [] where it may."""
    if isinstance(identity, ImportError | AttributeError):
        return ["cannot import this program: {1}", str(identity)]
    if isinstance(identity, BaseException):
        return ["cannot say what it is: {1}", str(identity)]
    return [] if identity == tasks.identity() else ["runs another version of this program; it would count otherwise"]
