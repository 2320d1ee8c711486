"""Comparisons in the store: kept whole, older files carried over, gone with their measurements, put back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.core import comparisons
from explorer.core.errors import BadInput
from explorer.core.keeping import kept_comparison
from explorer.core.recipe import Recipe
from explorer.core.store import MIGRATIONS, TURN, Store, conditions_of, hardware_of, key_of
from tests.core.stored import measurement
from tests.session.recorded_turns import micro_of, pair_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "m.sqlite3") as made:
        yield made


def test_a_pair_is_kept_whole_and_once(store: Store) -> None:
    uid = comparisons.add(store, pair_of())
    assert comparisons.add(store, pair_of() | {"stored": "x"}) == uid
    assert comparisons.read(store, uid) == pair_of()
    members = store.find()
    assert [m.kind for m in members] == [TURN, TURN]
    assert {m.median_ms for m in members} == {10.0, 12.3}
    assert store.document(members[0].uid)["samples_ms"], "with its raw samples"
    (found,) = comparisons.find(store, kind="pair")
    assert (found.uid, found.digest) == (uid, Recipe("net").digest())
    assert comparisons.find(store, kind="micro") == []


def test_what_was_taken_in_turn_is_not_recalled_as_a_latency(store: Store) -> None:
    comparisons.add(store, pair_of())
    m = pair_of()["runs"][0]["measurement"]
    machine = key_of(hardware_of(m))
    assert store.newest(m["digest"], machine, {}) is None
    assert store.newest(m["digest"], machine, {}, TURN) is not None


def test_a_layer_is_kept_whole_without_measurements(store: Store) -> None:
    uid = comparisons.add(store, micro_of())
    assert comparisons.read(store, uid) == micro_of()
    assert store.count() == 0
    assert comparisons.delete(store, [uid]) == 1
    with pytest.raises(BadInput, match="it may have been deleted"):
        comparisons.read(store, uid)


def test_a_file_of_the_first_version_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite3"
    with Store(path, MIGRATIONS[:1]) as old:
        uid = old.add(measurement(Recipe("a"), 1.0, 2.0, 3.0))
        before = old.document(uid)
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()
    with Store(path) as store:
        assert store.document(uid) == before
        kept = comparisons.add(store, pair_of())
        assert store.count() == 3
        assert comparisons.read(store, kept) == pair_of()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    raw.close()


def test_it_goes_with_a_measurement_and_comes_back_with_the_last(store: Store) -> None:
    comparisons.add(store, pair_of())
    other = comparisons.add(store, micro_of())
    first, second = store.find()
    lost = comparisons.of_measurements(store, [first.uid])
    assert lost == [pair_of()]
    removed = {entry.uid: store.document(entry.uid) for entry in (first, second)}
    store.delete([first.uid])
    assert [each.uid for each in comparisons.find(store)] == [other], "a ratio without its runs cannot be checked"
    store.delete([second.uid])
    store.add(removed[second.uid], TURN)
    assert comparisons.put_back(store, lost) == lost, "one of its measurements is still missing"
    store.add(removed[first.uid], TURN)
    assert comparisons.put_back(store, lost) == []
    assert sorted(each.kind for each in comparisons.find(store)) == ["micro", "pair"]


def test_deleting_a_pair_leaves_its_measurements(store: Store) -> None:
    uid = comparisons.add(store, pair_of())
    assert comparisons.delete(store, [uid]) == 1
    assert store.count() == 2
    store.delete([entry.uid for entry in store.find()])
    assert store.count() == 0


def test_the_newest_pair_of_two_networks_under_conditions(store: Store) -> None:
    later = "2026-11-22T08:00:00+00:00"
    comparisons.add(store, pair_of())
    newer = pair_of(started=later)
    for run in newer["runs"]:
        run["measurement"]["started"] = later
    comparisons.add(store, newer)
    m = newer["runs"][0]["measurement"]
    machine, conditions = key_of(hardware_of(m)), conditions_of(m)
    digests = [run["measurement"]["digest"] for run in newer["runs"]]
    found = comparisons.newest(store, digests, machine, [conditions] * 2)
    assert found is not None
    assert found["started"] == later
    assert comparisons.newest(store, digests[::-1], machine, [conditions] * 2) is None
    assert comparisons.newest(store, digests, machine, [conditions, conditions | {"source": "other code"}]) is None
    assert comparisons.newest(store, digests, "elsewhere", [conditions] * 2) is None


def test_where_it_cannot_be_kept_the_answer_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("ARCHITECTURE_EXPLORER_DATA", str(blocked))
    found = kept_comparison(pair_of())
    assert found["stored"] == ""
    assert found["not_stored"][0].startswith("the measurement store")
    assert found["runs"] == pair_of()["runs"], "what was measured is never lost"
