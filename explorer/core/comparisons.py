"""Kept comparisons of what was measured in turn: in the measurement store, beside the measurements they are of.

A ``pair`` (two networks or more) is kept in two parts: each network's measurement with its raw samples, as kind ``turn``, and
ratios, operators and order, which name them. Where one of the measurements is deleted, the comparison goes too: a ratio without
its runs cannot be checked. A ``micro`` document (one layer, no recipe of its own) is kept whole. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.store import ABOUT_KEEPING, CHUNK, TURN, Store, insert, read_row, uid_of
from explorer.core.turns import title

PAIR, MICRO = "pair", "micro"
KINDS = (PAIR, MICRO)


@dataclass(frozen=True)
class Kept:
    """One comparison as a list has it; ``digest`` is the first network's, or of the layer's network, ``title`` a sentence."""

    uid: str
    kind: str
    digest: str
    started: str
    title: list[str]


def add(store: Store, document: Mapping[str, Any]) -> str:
    """Keep a ``pair`` or ``micro`` document; its uid. The same one again changes nothing."""
    members, rest = _parted(document)
    with store.writing() as connection:
        uids = insert(connection, members, TURN)
        text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        uid = hashlib.sha256("\0".join([text, *uids]).encode()).hexdigest()[:32]
        digest = members[0]["digest"] if members else document["digest"]
        named = json.dumps(title(document), ensure_ascii=False)
        row = (uid, document["kind"], digest, document["started"], named, zlib.compress(text.encode()))
        connection.execute("INSERT INTO comparison VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
        for place, member in enumerate(uids):
            connection.execute("INSERT INTO member VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (uid, place, member))
    return uid


def find(store: Store, *, kind: str = "", digest: str = "") -> list[Kept]:
    """Those to which everything given applies, newest first."""
    clauses, values = ["1"], []
    for clause, value in (("kind = ?", kind), ("digest = ?", digest)):
        if value:
            clauses.append(clause)
            values.append(value)
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT uid, kind, digest, started, title FROM comparison WHERE {' AND '.join(clauses)}"
            " ORDER BY started DESC, rowid DESC", values,
        ).fetchall()
    return [Kept(uid, kind, first, started, json.loads(named)) for uid, kind, first, started, named in rows]


def read(store: Store, uid: str) -> dict[str, Any]:
    """The document as it was added, raw samples included. Raises BadInput for a uid that is not here."""
    with store.reading() as connection:
        row = connection.execute("SELECT document FROM comparison WHERE uid = ?", (uid,)).fetchone()
        members = connection.execute(
            "SELECT m.document, m.samples FROM member b JOIN measurement m ON m.uid = b.measurement"
            " WHERE b.comparison = ? ORDER BY b.place", (uid,),
        ).fetchall()
    if row is None:
        raise BadInput("no comparison {0} in {1}; it may have been deleted", uid, store.path)
    document: dict[str, Any] = json.loads(zlib.decompress(row[0]))
    for run, member in zip(document.get("runs", ()), members, strict=True):
        run["measurement"] = read_row(*member)
    return document


def newest(
    store: Store, digests: Sequence[str], machine: str, conditions: Sequence[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """The latest pair of these networks in this order on a machine, each under its conditions, whole; None if there is none."""
    for kept in find(store, kind=PAIR, digest=digests[0]):
        with store.reading() as connection:
            members = connection.execute(
                "SELECT m.digest, m.machine, c.document FROM member b JOIN measurement m ON m.uid = b.measurement"
                " JOIN conditions c ON c.key = m.conditions WHERE b.comparison = ? ORDER BY b.place", (kept.uid,),
            ).fetchall()
        alike = [member[0] for member in members] == list(digests) and all(member[1] == machine for member in members)
        if alike and all(_holds(json.loads(m[2]), wanted) for m, wanted in zip(members, conditions, strict=True)):
            return read(store, kept.uid) | {"stored": kept.uid}
    return None


def _holds(there: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(there.get(name) == value for name, value in wanted.items())


def of_measurements(store: Store, uids: Iterable[str]) -> list[dict[str, Any]]:
    """The whole documents of the comparisons that any of these measurements belongs to: those that go with them."""
    wanted, found = list(uids), set()
    with store.reading() as connection:
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            rows = connection.execute(f"SELECT DISTINCT comparison FROM member WHERE measurement IN ({marks})", part)
            found |= {str(row[0]) for row in rows}
    return [read(store, uid) for uid in sorted(found)]


def put_back(store: Store, documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep those again whose measurements are all there; the others, which still lack one."""
    lacking = []
    for document in documents:
        uids = [uid_of(member, TURN) for member in _parted(document)[0]]
        marks = ",".join("?" * len(uids))
        with store.reading() as connection:
            there = connection.execute(f"SELECT count(*) FROM measurement WHERE uid IN ({marks})", uids).fetchone()[0]
        if there == len(set(uids)):
            add(store, document)
        else:
            lacking.append(document)
    return lacking


def delete(store: Store, uids: Iterable[str]) -> int:
    """Forget comparisons; the measurements they are of stay. How many there were."""
    with store.writing() as connection:
        return sum(connection.execute("DELETE FROM comparison WHERE uid = ?", (uid,)).rowcount for uid in uids)


def _parted(document: Mapping[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The measurements of a document, and the document without them."""
    rest = {name: value for name, value in document.items() if name not in ABOUT_KEEPING}
    runs = rest.get("runs", [])
    members = [dict(run["measurement"]) for run in runs]
    if runs:
        rest["runs"] = [{name: value for name, value in run.items() if name != "measurement"} for run in runs]
    return members, rest
