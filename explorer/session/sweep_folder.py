"""The sweeps kept in the data folder: NAME.json is a finished one, NAME.json.part the journal of one that is not."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from explorer.core.cluster import Cluster
from explorer.core.data_folder import data_folder
from explorer.core.errors import BadInput
from explorer.core.recipe import write_atomically
from explorer.core.sweep import Plan
from explorer.core.sweep_rows import PART

JSON = ".json"
WHERE = ".where"


class Kept(NamedTuple):
    """A sweep of the folder. ``path`` is the result's, also where there is only the journal yet."""

    path: Path
    finished: bool
    changed: datetime

    @property
    def name(self) -> str:
        """Without its ending."""
        return self.path.name.removesuffix(JSON)


def journal_of(path: Path) -> Path:
    """Where the sweep that becomes this file notes what is done."""
    return path.with_name(path.name + PART)


def where_of(path: Path) -> Path:
    """The file that says on which scheduler's workers it runs, beside its journal; none for this machine."""
    return path.with_name(path.name + WHERE)


class SweepFolder:
    """The folder; it is made when the first sweep begins."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / "sweeps"

    def make(self) -> None:
        """Raises BadInput where it cannot be made."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput("the folder {0} cannot be made: {1}", self.path, error.strerror) from error

    def kept(self) -> list[Kept]:
        """Its sweeps, the newest first."""
        found: dict[Path, Kept] = {}
        for file in sorted(self.path.glob(f"*{JSON}*")):  # a result comes before its journal
            path, finished = file.with_name(file.name.removesuffix(PART)), file.suffix == JSON
            if path.suffix != JSON or re.search(r"\.json\..+\.part$", file.name) or path in found:
                continue  # an own temporary name, or the journal of what is finished
            try:
                found[path] = Kept(path, finished, datetime.fromtimestamp(file.stat().st_mtime, UTC))
            except OSError:
                continue  # another window took it away meanwhile
        return sorted(found.values(), key=lambda kept: (kept.changed, kept.path), reverse=True)

    def remove(self, path: Path) -> None:
        """Delete one for good. Raises BadInput where a file stays."""
        for file in (path, journal_of(path), where_of(path)):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise BadInput("cannot remove {0}: {1}", file, error.strerror) from error

    def keep_where(self, path: Path, cluster: Cluster | None) -> None:
        """Remember, until it is done, where it runs: the address and the paths of certificates. Raises BadInput."""
        if cluster is not None:
            write_atomically(where_of(path), json.dumps(cluster.to_json()).encode())
        else:
            where_of(path).unlink(missing_ok=True)

    def where(self, path: Path) -> Cluster | None:
        """The scheduler that an unfinished one runs on; None for this machine. Raises BadInput."""
        try:
            return Cluster.from_json(json.loads(where_of(path).read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise BadInput("{0} cannot be read: {1}", where_of(path), error) from error

    def free_name(self, plan: Plan) -> Path:
        """A name with time, network and axes that nothing has yet."""
        words = "-".join([plan.recipes[0].preset, *(axis.knob for axis in plan.axes)])
        stem = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{re.sub('[^A-Za-z0-9_-]+', '_', words)[:60]}"
        path, count = self.path / f"{stem}{JSON}", 1
        while path.exists() or journal_of(path).exists():
            count += 1
            path = self.path / f"{stem}-{count}{JSON}"
        return path
