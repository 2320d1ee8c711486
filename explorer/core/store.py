"""The measurement store: every measurement with its raw samples, recipe, settings and machine, in one SQLite file.

Standard library only, so that the window, the workers and the command line share it. Write-ahead log: readers never wait, a
writer waits at most ``BUSY_S`` for another. One transaction a measurement, on the disk when ``add`` returns: a process that is
killed loses at most what it was writing. What a figure depends on besides the recipe is kept in two parts: the ``machine``
(hardware) and the ``conditions`` (device, threads, batch, number type, runtime, versions); figures are compared where both
are equal.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.core.data_folder import VARIABLE, store_path
from explorer.core.errors import BadInput

APPLICATION = 0x41584D53  # "AXMS" in the file's header: a stranger's database is refused, not filled with tables
BUSY_S = 10.0
CHUNK = 500  # bound variables of one statement; SQLite's least limit is 999

LATENCY, LAYERS, TURN = "latency", "layers", "turn"  # a turn: a latency taken in turn with others (core.comparisons)
KINDS = (LATENCY, LAYERS, TURN)
ABOUT_KEEPING = ("stored", "not_stored", "worker")  # said of an answer after it was taken: no part of the measurement
HARDWARE = ("cpu", "cores", "usable_cores", "device_name")  # of the fingerprint: the machine; all else are conditions
DURATIONS = ("warmup_s", "min_runs", "min_s", "max_s", "until")  # of the settings: how long was measured makes no other figure

_OPENED, _READ, _WRITTEN = REFUSALS = (
    "the measurement store {0} cannot be opened: {1}", "the measurement store {0} cannot be read: {1}",
    "the measurement store {0} cannot be written: {1}",
)

PARTS = (("recipe", "digest", "digest"), ("machine", "key", "machine"), ("conditions", "key", "conditions"))

Migration = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class Stored:
    """One measurement without its samples. Times in milliseconds a run, ``started`` ISO 8601 in UTC."""

    uid: str
    kind: str
    digest: str
    preset: str
    recipe: dict[str, Any]
    machine: str
    hardware: dict[str, Any]
    conditions: dict[str, Any]
    started: str
    median_ms: float
    p10_ms: float
    p90_ms: float
    n: int
    flags: list[list[str]]


def hardware_of(measurement: Mapping[str, Any]) -> dict[str, Any]:
    """What the machine is, of a measurement's fingerprint."""
    card = measurement["fingerprint"]
    return {name: card[name] for name in HARDWARE if name in card}


def conditions_of(measurement: Mapping[str, Any]) -> dict[str, Any]:
    """Everything else that a figure depends on: settings without durations, runtime, versions, switches."""
    card, settings = measurement["fingerprint"], measurement["settings"]
    rest = {name: value for name, value in card.items() if name not in HARDWARE}
    rest |= {name: value for name, value in settings.items() if name not in DURATIONS}
    rest |= {"versions": dict(measurement["versions"])} if measurement.get("versions") else {}
    source = measurement.get("source")  # of a user's own architecture: the same digest may be other code tomorrow
    return rest | ({"source": source["sha256"]} if source else {})


def key_of(part: Mapping[str, Any]) -> str:
    """A short name of a machine or of conditions: equal documents, equal names."""
    text = json.dumps(part, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _first(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE recipe (digest TEXT PRIMARY KEY, preset TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID"
    )
    connection.execute("CREATE TABLE machine (key TEXT PRIMARY KEY, hardware TEXT NOT NULL) WITHOUT ROWID")
    connection.execute("CREATE TABLE conditions (key TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID")
    connection.execute(
        "CREATE TABLE measurement ("
        " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
        " digest TEXT NOT NULL REFERENCES recipe(digest), machine TEXT NOT NULL REFERENCES machine(key),"
        " conditions TEXT NOT NULL REFERENCES conditions(key), started TEXT NOT NULL,"
        " median_ms REAL NOT NULL, p10_ms REAL NOT NULL, p90_ms REAL NOT NULL, n INTEGER NOT NULL,"
        " flags TEXT NOT NULL, document TEXT NOT NULL, samples BLOB NOT NULL)"
    )
    connection.execute("CREATE INDEX measurement_of ON measurement (digest, machine, conditions, kind, started)")
    connection.execute("CREATE INDEX measurement_when ON measurement (started)")


def _second(connection: sqlite3.Connection) -> None:
    """Comparisons of measurements that were taken in turn: the document without them, and which they are, in order."""
    connection.execute(
        "CREATE TABLE comparison (uid TEXT PRIMARY KEY, kind TEXT NOT NULL, digest TEXT NOT NULL, started TEXT NOT NULL,"
        " title TEXT NOT NULL, document BLOB NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE member (comparison TEXT NOT NULL REFERENCES comparison(uid) ON DELETE CASCADE, place INTEGER NOT NULL,"
        " measurement TEXT NOT NULL, PRIMARY KEY (comparison, place)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX member_of ON member (measurement)")
    connection.execute("CREATE INDEX comparison_of ON comparison (digest, kind, started)")


MIGRATIONS: tuple[Migration, ...] = (_first, _second)  # the n-th brings a file from version n to n + 1; only ever appended to


class Store:
    """The open file. One object a thread; as many processes as there are. Raises BadInput where the file cannot be used."""

    def __init__(
        self, path: Path | None = None, migrations: Sequence[Migration] = MIGRATIONS, *, busy_s: float = BUSY_S
    ) -> None:
        self.path = path or store_path()
        self._migrations = migrations
        with self._told(_OPENED):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=busy_s, isolation_level=None)
        try:
            with self._told(_OPENED):
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def add(self, measurement: Mapping[str, Any], kind: str = LATENCY) -> str:
        """Keep a measurement (``measure`` in docs/architecture.md); its uid. The same one again changes nothing."""
        return self.add_all([measurement], kind)[0]

    def add_all(self, measurements: Iterable[Mapping[str, Any]], kind: str = LATENCY) -> list[str]:
        """Keep several, all or none."""
        with self.writing() as connection:
            return insert(connection, measurements, kind)

    def newest(self, digest: str, machine: str, conditions: Mapping[str, Any], kind: str = LATENCY) -> Stored | None:
        """The latest measurement of a recipe on a machine where every given condition holds; None if there is none.

        ``conditions`` may name some of them only ("threads", "batch", …); what it doesn't name may be anything.
        """
        with self._told(_READ):
            for entry in self._entries("m.digest = ? AND m.machine = ? AND m.kind = ?", (digest, machine, kind)):
                if _holds(entry.conditions, conditions):
                    return entry
        return None

    def find(
        self, *, kind: str = "", preset: str = "", machine: str = "", since: str = "", until: str = "", text: str = "",
        conditions: Mapping[str, Any] | None = None,
    ) -> list[Stored]:
        """Measurements to which everything given applies, newest first. ``since`` <= started < ``until``; ``text`` is looked
        for in the recipe.
        """
        clauses, values = ["1"], []
        given = (("m.kind = ?", kind), ("r.preset = ?", preset), ("m.machine = ?", machine), ("m.started >= ?", since),
                 ("m.started < ?", until), ("instr(lower(r.document), lower(?))", text))
        for clause, value in given:
            if value:
                clauses.append(clause)
                values.append(value)
        entries = self._select(" AND ".join(clauses), tuple(values))
        return [entry for entry in entries if _holds(entry.conditions, conditions or {})]

    def document(self, uid: str) -> dict[str, Any]:
        """The measurement as it was added, samples included. Raises BadInput for a uid that is not here."""
        with self.reading() as connection:
            row = connection.execute("SELECT document, samples FROM measurement WHERE uid = ?", (uid,)).fetchone()
        if row is None:
            raise BadInput("no measurement {0} in {1}; it may have been deleted", uid, self.path)
        return read_row(row[0], row[1])

    def delete(self, uids: Iterable[str]) -> int:
        """Forget measurements, and the recipes, machines and conditions that no other needs; how many there were."""
        wanted, gone = list(uids), 0
        with self.writing() as connection:
            for start in range(0, len(wanted), CHUNK):
                part = wanted[start : start + CHUNK]
                marks = ",".join("?" * len(part))
                gone += connection.execute(f"DELETE FROM measurement WHERE uid IN ({marks})", part).rowcount
            connection.execute("DELETE FROM comparison WHERE uid IN (SELECT comparison FROM member"
                               " WHERE measurement NOT IN (SELECT uid FROM measurement))")  # a ratio without its runs
            for table, key, column in PARTS:
                connection.execute(f"DELETE FROM {table} WHERE {key} NOT IN (SELECT {column} FROM measurement)")
        return gone

    def count(self) -> int:
        """How many measurements there are."""
        with self._told(_READ):
            return int(self._connection.execute("SELECT count(*) FROM measurement").fetchone()[0])

    def edition(self) -> tuple[int, int]:
        """Changes whenever the content may have, by this connection or by another process: what a list is kept up to date by."""
        with self._told(_READ):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0]), self._connection.total_changes

    def _select(self, where: str, values: tuple[Any, ...]) -> list[Stored]:
        with self._told(_READ):
            return list(self._entries(where, values))

    def _entries(self, where: str, values: tuple[Any, ...]) -> Iterator[Stored]:
        """Newest first, each read when it is asked for."""
        rows = self._connection.execute(
            "SELECT m.uid, m.kind, m.digest, r.preset, r.document, m.machine, h.hardware, c.document, m.started,"
            " m.median_ms, m.p10_ms, m.p90_ms, m.n, m.flags"
            " FROM measurement m JOIN recipe r ON r.digest = m.digest JOIN machine h ON h.key = m.machine"
            f" JOIN conditions c ON c.key = m.conditions WHERE {where} ORDER BY m.started DESC, m.id DESC",
            values,
        )
        for uid, kind, digest, preset, recipe, machine, hardware, conditions, started, median, p10, p90, n, flags in rows:
            yield Stored(
                uid, kind, digest, preset, json.loads(recipe), machine, json.loads(hardware), json.loads(conditions), started,
                median, p10, p90, n, json.loads(flags),
            )

    def _prepare(self) -> None:
        connection = self._connection
        connection.execute("PRAGMA journal_mode = WAL")  # where the file system cannot, SQLite keeps what it had
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if self._pragma("user_version") == len(self._migrations) and self._pragma("application_id") == APPLICATION:
            return
        with self.writing():  # looked at again inside: another process may have been faster
            version, application = self._pragma("user_version"), self._pragma("application_id")
            known = application == APPLICATION or (application == 0 and version == 0 and not self._tables())
            if not known:
                raise BadInput("{0} is a database of another program; name another folder in {1}", self.path, VARIABLE)
            if version > len(self._migrations):
                raise BadInput(
                    "{0} was written by a newer version of this program (schema {1}, this one knows {2}); it is left as it is",
                    self.path, version, len(self._migrations),
                )
            for number in range(version, len(self._migrations)):
                self._migrations[number](connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _tables(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing."""
        with self._told(_WRITTEN):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to read from; refusals as a sentence."""
        with self._told(_READ):
            yield self._connection

    @contextmanager
    def _told(self, sentence: str) -> Iterator[None]:
        """SQLite's and the system's refusals as a sentence."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise BadInput(sentence, self.path, error) from error


@dataclass(frozen=True)
class _Row:
    """What one measurement puts into each table."""

    recipe: tuple[str, str, str]
    machine: tuple[str, str]
    conditions: tuple[str, str]
    measurement: tuple[Any, ...]


def insert(connection: sqlite3.Connection, measurements: Iterable[Mapping[str, Any]], kind: str) -> list[str]:
    """Put measurements into the tables, within the transaction of ``connection``; their uids."""
    rows = [_row(measurement, kind) for measurement in measurements]
    for row in rows:
        connection.execute("INSERT INTO recipe VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row.recipe)
        connection.execute("INSERT INTO machine VALUES (?, ?) ON CONFLICT DO NOTHING", row.machine)
        connection.execute("INSERT INTO conditions VALUES (?, ?) ON CONFLICT DO NOTHING", row.conditions)
        connection.execute(
            "INSERT INTO measurement (uid, kind, digest, machine, conditions, started,"
            " median_ms, p10_ms, p90_ms, n, flags, document, samples)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row.measurement,
        )
    return [row.measurement[0] for row in rows]


def uid_of(measurement: Mapping[str, Any], kind: str) -> str:
    """What a measurement is kept under."""
    uid: str = _row(measurement, kind).measurement[0]
    return uid


def read_row(document: str, samples: bytes) -> dict[str, Any]:
    """A measurement as it was added, of its two columns."""
    found: dict[str, Any] = json.loads(document)
    return found if "uninstrumented" in found else found | {"samples_ms": _unpacked(samples)}


def _row(measurement: Mapping[str, Any], kind: str) -> _Row:
    """Of layer times the runs without stamps are the figures; their document stays whole."""
    runs = measurement.get("uninstrumented", measurement)
    left_out = ABOUT_KEEPING if "uninstrumented" in measurement else (*ABOUT_KEEPING, "samples_ms")
    text = _text({name: value for name, value in measurement.items() if name not in left_out})
    packed = _packed(runs["samples_ms"])
    uid = hashlib.sha256(kind.encode() + b"\0" + text.encode() + b"\0" + packed).hexdigest()[:32]
    hardware, conditions = hardware_of(measurement), conditions_of(measurement)
    recipe = {name: value for name, value in measurement["recipe"].items() if name != "weights"}  # as the digest has it
    machine_key, conditions_key = key_of(hardware), key_of(conditions)
    return _Row(
        recipe=(measurement["digest"], recipe["preset"], _text(recipe)),
        machine=(machine_key, _text(hardware)),
        conditions=(conditions_key, _text(conditions)),
        measurement=(
            uid, kind, measurement["digest"], machine_key, conditions_key, measurement["started"], runs["median_ms"],
            runs["p10_ms"], runs["p90_ms"], runs["n"], _text(measurement["flags"]), text, zlib.compress(packed),
        ),
    )


def _text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _packed(samples: Sequence[float]) -> bytes:
    """float64, least byte first."""
    numbers = array("d", samples)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(blob: bytes) -> list[float]:
    numbers = array("d")
    numbers.frombytes(zlib.decompress(blob))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def _holds(conditions: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(conditions.get(name) == value for name, value in wanted.items())
