"""``main.py sweep``: a grid of variants into a file. Interrupted or killed, the same command goes on where it was."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from explorer.cli.choices import Choice, axes_of
from explorer.cli.conditions import settings_of
from explorer.core.cluster import Cluster
from explorer.core.errors import BadInput, Cancelled, ExplorerError
from explorer.core.recipe import write_atomically
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import PART
from explorer.core.sweep_table import sweep_table
from explorer.core.tabular import FORMATS
from explorer.measure import Settings
from explorer.measure.backends import missing
from explorer.measure.hardware import pick
from explorer.sweep import cluster
from explorer.sweep.cluster import SchedulerLost
from explorer.sweep.job import check_places, checked_processes, counts, write_json
from explorer.sweep.journal import Journal
from explorer.sweep.local import pools
from explorer.sweep.run import Pools, run

JSON = ".json"


def sweep(arguments: Namespace) -> dict[str, Any]:
    """Run the sweep and write its file; {path, variants, refused, measured, resumed}. Raises BadInput and Cancelled."""
    path = Path(arguments.output).expanduser()
    write = _writer(path)
    plan = _plan(arguments)
    opened = _pools(arguments)
    if not path.parent.is_dir():
        raise BadInput("{0} cannot be written: there is no folder {1}", path, path.parent)
    with Journal(path.with_name(path.name + PART), plan) as journal:
        resumed = len(journal.analysed)
        told = _Told()
        try:
            with opened as executors:
                rows = run(plan, journal, executors, progress=told)
        except KeyboardInterrupt:
            stopped = Cancelled("interrupted")
            stopped.kept = _kept(plan, journal)
            raise stopped from None
        except SchedulerLost as error:
            raise ExplorerError(f"{error}; {_kept(plan, journal)}") from error
        finally:
            told.end()
        write(path, plan, rows)
        journal.remove()
    return {"path": str(path), **counts(rows), "resumed": resumed}


def _kept(plan: Plan, journal: Journal) -> str:
    return f"{len(journal.analysed)} of {len(plan)} variants are kept in {journal.path}; the same command goes on"


def _pools(arguments: Namespace) -> AbstractContextManager[Pools]:
    """The processes of this machine, or a scheduler's workers."""
    chosen = {
        "--worker": arguments.worker, "--tag": arguments.tag, "--tls-ca": arguments.tls_ca, "--tls-cert": arguments.tls_cert,
        "--tls-key": arguments.tls_key, "--plain-tcp": arguments.plain_tcp,
    }
    if arguments.scheduler is None:
        for option, value in chosen.items():
            if value:
                raise BadInput("{0} needs --scheduler", option)
        own = [file.to_json() for file in arguments.own]
        return nullcontext(pools(checked_processes(arguments.processes, "--processes"), arguments.threads, own))
    if arguments.processes is not None:
        raise BadInput("--processes is for this machine; a scheduler's workers have their own")
    if arguments.own:
        raise BadInput("--library cannot be swept on a scheduler's workers: they have bundled architectures only")
    files = {name: Path(value) for name, value in (
        ("ca", arguments.tls_ca), ("certificate", arguments.tls_cert), ("key", arguments.tls_key)
    ) if value}
    found = Cluster(
        arguments.scheduler, tuple(arguments.worker), tuple(dict.fromkeys(arguments.tag)), insist=arguments.plain_tcp, **files
    )
    return cluster.pools(found, measured=arguments.measure)


def _plan(arguments: Namespace) -> Plan:
    recipes = tuple(Choice(word, (), ()).recipe for word in arguments.preset)
    axes = axes_of(recipes, arguments.grid)
    settings = None
    if arguments.measure:
        checked = Settings(**settings_of(arguments))
        if arguments.scheduler is None:
            reason = missing(checked.runtime, pick(checked.device).type)
            if reason is not None:
                raise BadInput(*reason)
        settings = checked.to_json()
    plan = Plan(recipes, axes, arguments.sample, arguments.seed, arguments.rule, settings)
    check_places(plan)
    return plan


def _writer(path: Path) -> Any:
    """What writes the rows into a file of this ending; BadInput for another."""
    formats = dict(FORMATS.values())
    if path.suffix == JSON:
        return write_json
    if path.suffix not in formats:
        raise BadInput("{0} ends in {1}; allowed: {2}", path, path.suffix or "nothing", ", ".join((*formats, JSON)))

    def write(target: Path, plan: Plan, rows: Sequence[Mapping[str, Any]]) -> None:
        write_atomically(target, formats[path.suffix](sweep_table(plan, rows)).encode())

    return write


class _Told:
    """Progress as one line on a terminal that is written over; nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, fraction: float, text: list[str]) -> None:
        if self._shown:
            sys.stderr.write(f"\r\033[K{text[0].format(*text[1:])}")
            sys.stderr.flush()

    def end(self) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
