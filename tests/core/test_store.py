"""The measurement store: what goes in comes out, and nothing that was kept is lost, whatever happens to the processes."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.store import MIGRATIONS, Store, conditions_of, hardware_of, key_of

ROOT = Path(__file__).resolve().parents[2]
CARD = {
    "cpu": "Some CPU", "cores": 4, "usable_cores": 2, "device_name": "Some CPU", "os": "Linux-6", "torch": "2.13.0",
    "device": "cpu",
}


def measurement(
    recipe: Recipe, *samples: float, started: str = "2026-11-22T06:00:00+00:00", threads: int = 1, **card: Any
) -> dict[str, Any]:
    """A measurement as the bench process answers it, with these samples."""
    ordered = sorted(samples)
    return {
        "settings": {"device": "cpu", "threads": threads, "batch": 1, "dtype": "float32", "min_s": 1.0, "max_s": 20.0},
        "samples_ms": list(samples), "stamped": "single", "median_ms": ordered[len(ordered) // 2], "p10_ms": ordered[0],
        "p90_ms": ordered[-1], "n": len(samples), "flags": [["noisy: {0} %", "12"]],
        "fingerprint": CARD | {"threads": threads} | card, "recipe": recipe.to_json(), "digest": recipe.digest(),
        "started": started,
    }


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "m.sqlite3") as opened:
        yield opened


def test_what_goes_in_comes_out(store: Store) -> None:
    given_ = measurement(Recipe.of("mobilenet_v2", {"alpha": 0.75}, {"stages.3": {"expansion": 4}}), 3.25, 1.5, 2.125)
    uid = store.add(given_)
    assert store.document(uid) == given_
    (entry,) = store.find()
    assert (entry.uid, entry.preset, entry.digest, entry.median_ms, entry.n) == (uid, "mobilenet_v2", given_["digest"], 2.125, 3)
    assert entry.recipe == given_["recipe"]
    assert entry.flags == given_["flags"]
    assert entry.hardware == {"cpu": "Some CPU", "cores": 4, "usable_cores": 2, "device_name": "Some CPU"}


@given(st.lists(st.floats(min_value=1e-6, max_value=1e6), min_size=1, max_size=300))
def test_samples_keep_every_bit(samples: list[float]) -> None:
    with Store(Path(":memory:")) as store:
        assert store.document(store.add(measurement(Recipe("x"), *samples)))["samples_ms"] == samples


def test_the_same_measurement_is_kept_once(store: Store) -> None:
    once = measurement(Recipe("a"), 1.0)
    assert store.add(once) == store.add(once)
    assert store.count() == 1
    store.add(measurement(Recipe("a"), 1.0, started="2026-11-22T06:00:01+00:00"))
    assert store.count() == 2


def test_the_newest_under_the_conditions_named(store: Store) -> None:
    recipe = Recipe("a")
    store.add(measurement(recipe, 1.0, started="2026-01-01T00:00:00+00:00"))
    store.add(measurement(recipe, 2.0, started="2026-01-02T00:00:00+00:00"))
    store.add(measurement(recipe, 3.0, started="2026-01-03T00:00:00+00:00", threads=2))
    store.add(measurement(recipe, 4.0, started="2026-01-04T00:00:00+00:00", cpu="Another"))
    store.add(measurement(Recipe("b"), 5.0, started="2026-01-05T00:00:00+00:00"))
    here = key_of(hardware_of(measurement(recipe, 1.0)))

    def newest(**conditions: Any) -> float | None:
        found = store.newest(recipe.digest(), here, conditions)
        return found and found.median_ms

    assert newest(threads=1) == 2.0
    assert newest(threads=2) == 3.0
    assert newest() == 3.0
    assert newest(threads=4) is None
    assert newest(torch="2.12.0") is None
    exact = conditions_of(measurement(recipe, 1.0))
    assert newest(**exact) == 2.0


def test_how_long_was_measured_is_no_condition() -> None:
    short, long_ = measurement(Recipe("a"), 1.0), measurement(Recipe("a"), 1.0)
    long_["settings"]["min_s"] = 60.0
    assert conditions_of(short) == conditions_of(long_)
    assert conditions_of(short) != conditions_of(measurement(Recipe("a"), 1.0, threads=2))


def test_finding(store: Store) -> None:
    for day, (preset, expansion) in enumerate([("a", 2), ("a", 4), ("b", 4)], 1):
        recipe = Recipe.of(preset, {"expansion": expansion})
        store.add(measurement(recipe, float(day), started=f"2026-01-0{day}T12:00:00+00:00"))

    def medians(**wanted: Any) -> list[float]:
        return [entry.median_ms for entry in store.find(**wanted)]

    assert medians() == [3.0, 2.0, 1.0]
    assert medians(preset="a") == [2.0, 1.0]
    assert medians(text='EXPANSION":4') == [3.0, 2.0]
    assert medians(since="2026-01-02") == [3.0, 2.0]
    assert medians(until="2026-01-02") == [1.0]
    assert medians(preset="a", text='expansion":4', conditions={"threads": 1}) == [2.0]
    assert medians(conditions={"threads": 2}) == []
    assert medians(kind="layers") == []
    assert medians(text="%") == medians(text="' OR 1") == []


def test_deleting_takes_along_what_nobody_needs(store: Store) -> None:
    first = store.add(measurement(Recipe("a"), 1.0))
    second = store.add(measurement(Recipe("a"), 2.0))
    other = store.add(measurement(Recipe("b"), 3.0, cpu="Another"))
    assert store.delete([first, "nonsense"]) == 1
    assert [entry.uid for entry in store.find()] == [other, second]
    assert store.delete([second, other] * 600) == 2  # more than one statement takes
    with sqlite3.connect(store.path) as raw:
        left = [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("recipe", "machine", "conditions")]
    raw.close()
    assert left == [0, 0, 0]
    with pytest.raises(BadInput, match=f"no measurement {first}"):
        store.document(first)


def test_another_window_sees_it_and_knows_that_something_changed(store: Store) -> None:
    with Store(store.path) as other:
        before = other.edition()
        assert other.edition() == before
        store.add(measurement(Recipe("a"), 1.0))
        assert other.edition() != before
        assert other.count() == 1


def test_all_of_several_or_none(store: Store) -> None:
    broken = measurement(Recipe("b"), 1.0) | {"median_ms": None}
    with pytest.raises(BadInput, match="cannot be written"):
        store.add_all([measurement(Recipe("a"), 1.0), broken])
    assert store.count() == 0
    store.add(measurement(Recipe("a"), 1.0))
    assert store.count() == 1


WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {here!r}]
from test_store import measurement
from explorer.core.recipe import Recipe
from explorer.core.store import Store
name, count = sys.argv[1], int(sys.argv[2])
with Store(Path({path!r})) as store:
    for number in range(count):
        store.add(measurement(Recipe(f"{{name}}{{number}}"), *[float(number + k) for k in range(1, 200)]))
        print(number, flush=True)
"""


def _writer(store: Store, name: str, count: int) -> subprocess.Popen[str]:
    text = WRITER.format(root=str(ROOT), here=str(Path(__file__).parent), path=str(store.path))
    return subprocess.Popen([sys.executable, "-c", text, name, str(count)], stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once(store: Store) -> None:
    writers = [_writer(store, name, 60) for name in "ab"]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert {entry.preset for entry in store.find()} == {f"{name}{number}" for name in "ab" for number in range(60)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_while_writing(store: Store) -> None:
    rng = random.Random(0)
    told: set[str] = set()
    for name in "abc":
        writer = _writer(store, name, 100_000)
        assert writer.stdout is not None
        for _ in range(rng.randrange(3, 20)):
            told.add(name + writer.stdout.readline().strip())
        writer.kill()
        told |= {name + line.strip() for line in writer.communicate()[0].splitlines() if line.strip()}
        with Store(store.path) as fresh:
            kept = [entry.preset for entry in fresh.find()]
            assert told <= set(kept), "what was reported as kept is there"
            assert len(kept) == len(set(kept))
            assert len(kept) - len(told) <= 3, "at most the one being written by each killed process is unreported"
            assert all(fresh.document(entry.uid)["samples_ms"] for entry in fresh.find())
    with sqlite3.connect(store.path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


def _widen(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE measurement ADD COLUMN note TEXT NOT NULL DEFAULT ''")


def _break(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM measurement")
    connection.execute("no such statement")


def test_an_older_file_is_brought_up_to_date_once(store: Store) -> None:
    uid = store.add(measurement(Recipe("a"), 1.0, 2.0))
    document = store.document(uid)
    store.close()
    for _ in range(2):
        with Store(store.path, (*MIGRATIONS, _widen)) as newer:
            assert newer.document(uid) == document
    with sqlite3.connect(store.path) as raw:
        assert raw.execute("SELECT note FROM measurement").fetchall() == [("",)]
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    raw.close()


def test_a_migration_that_fails_changes_nothing(store: Store) -> None:
    store.add(measurement(Recipe("a"), 1.0))
    store.close()
    with pytest.raises(BadInput, match="cannot be"):
        Store(store.path, (*MIGRATIONS, _break))
    with Store(store.path) as again:
        assert again.count() == 1


def test_a_newer_file_is_refused_and_left(store: Store) -> None:
    store.add(measurement(Recipe("a"), 1.0))
    store.close()
    Store(store.path, (*MIGRATIONS, _widen)).close()
    before = store.path.read_bytes()
    with pytest.raises(BadInput, match="newer version of this program"):
        Store(store.path)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database, but some text that is long enough" * 40, b"SQLite format 3\0" + bytes(500)])
def test_a_file_that_is_no_store_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.sqlite3"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"m\.sqlite3"):
        Store(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite3"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
    raw.close()
    with pytest.raises(BadInput, match="database of another program"):
        Store(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]
    raw.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="cannot be opened"):
        Store(tmp_path / "file" / "m.sqlite3")


def test_a_weights_file_is_part_of_the_measurement_and_not_of_the_recipe(store: Store) -> None:
    plain = measurement(Recipe("a"), 1.0)
    loaded = measurement(Recipe("a"), 2.0)
    loaded["recipe"] = loaded["recipe"] | {"weights": {"path": "w.safetensors"}}
    uid = store.add(loaded)
    store.add(plain)
    assert [entry.recipe for entry in store.find()] == [plain["recipe"]] * 2
    assert store.document(uid)["recipe"]["weights"] == {"path": "w.safetensors"}
