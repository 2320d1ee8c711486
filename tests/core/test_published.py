"""The data set of published results: whole, typed, strictly read; every record has exactly one verdict."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from explorer.core.errors import BadInput
from explorer.core.published import (
    KINDS,
    MATCHES_FILE,
    RECORDS_FILE,
    Latency,
    Match,
    Published,
    Record,
    read_published,
    read_records,
)
from explorer.core.published_entries import printed, short_source
from explorer.core.recipe import Recipe

RECORDS = 1053
GOOD: dict[str, Any] = {
    "id": 7, "family": "Net", "variant": "Net 1.0", "kind": "paper", "read_in": "a copy", "top1": 72.0, "params_m": 3.4,
    "source": {"paper": "Net (arXiv:0000.00001)", "table": "Table 4", "url": "https://example.org"},
}


@pytest.fixture(scope="module")
def published() -> Published:
    return read_published()


def test_every_record_is_there_with_its_source(published: Published) -> None:
    assert len(published.records) == RECORDS
    assert [record.id for record in published.records] == list(range(RECORDS))
    assert Counter(record.kind for record in published.records) == {
        "paper": 449, "implementation": 307, "benchmark": 173, "official-repo": 124,
    }
    assert all(record.source.paper and record.source.table and record.read_in for record in published.records)


def test_every_record_is_matched_or_says_why_not(published: Published) -> None:
    assert published.matches.keys() | published.reasons.keys() == published.by_id.keys()
    assert not published.matches.keys() & published.reasons.keys()
    assert all(len(reason) > 10 for reason in published.reasons.values())


def test_a_record_reads_as_it_is_printed(published: Published) -> None:
    record = next(r for r in published.records if r.variant == "MobileNetV2 (1.4)")
    assert (record.source.table, record.params_m, record.madds_m, record.top1) == ("Table 4", 6.9, 585, 74.7)
    assert published.matches[record.id].recipe == Recipe.of("mobilenet_v2", {"alpha": 1.4})
    timed = next(r for r in published.records if r.variant == "TFLite Mobilenet_V1_0.25_128")
    assert Latency("Pixel 3 GPU", 1.6) in timed.latency


def test_queries(published: Published) -> None:
    family = published.of_family("MobileNetV2")
    assert {record.family for record in family} == {"MobileNetV2"}
    chart = published.with_accuracy("MobileNetV2")
    assert len(chart) >= 22  # the grid of the official README alone
    assert {r.id for r in chart} < {r.id for r in family}
    assert all(r.dataset == "ImageNet-1k" and r.top1 is not None and r.madds_m is not None for r in chart)
    assert {r.id for r in chart} < {r.id for r in published.with_accuracy()}
    assert [m.record for m in published.by_recipe[Recipe("mobilenet_v2")]] == sorted(
        i for i, match in published.matches.items() if match.recipe == Recipe("mobilenet_v2")
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "blog"}, "kind is blog; allowed: " + ", ".join(KINDS)),
        ({"top1": 172.0}, "top1 is 172.0; allowed: 0 to 100"),
        ({"params_m": "3.4"}, "params_m is '3.4'; allowed: int or float"),
        ({"params_m": -1}, "params_m is -1; allowed: millions above 0"),
        ({"params_m": True}, "params_m is True"),
        ({"madds_m": float("nan")}, "madds_m is nan; allowed: a finite number"),
        ({"variant": None}, "variant is None; allowed: str"),
        ({"variant": ""}, "variant is ''"),
        ({"colour": "red"}, "an unknown field colour"),
        ({"source": {"paper": "Net"}}, "paper, table and url are needed"),
        ({"source": {"paper": "Net", "table": "1", "url": "shelf 3"}}, "url is shelf 3"),
        ({"latency": {"device": "Pixel", "ms": 0}}, "a device and ms above 0"),
    ],
)
def test_a_wrong_record_is_refused_by_name(change: dict[str, Any], said: str) -> None:
    assert Record.of(GOOD).params_m == 3.4
    with pytest.raises(BadInput, match="published record 7") as caught:
        Record.of(GOOD | change)
    assert said in str(caught.value)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "published.json"
    for text in ("{", "[]", '{"version": 2, "records": []}', '{"version": 1}'):
        broken.write_text(text, encoding="utf-8")
        with pytest.raises(BadInput):
            read_records(broken)
    with pytest.raises(BadInput, match="cannot be read"):
        read_records(tmp_path / "none.json")
    verdicts = json.loads(MATCHES_FILE.read_text(encoding="utf-8"))
    for spoil in (
        {"matches": verdicts["matches"][1:]}, {"matches": [*verdicts["matches"], verdicts["matches"][0]]},
        {"unmatched": [*verdicts["unmatched"], {"record": verdicts["matches"][0]["record"], "reason": "twice"}]},
        {"unmatched": [{"record": "one"}]}, {"matches": [{"record": 1}]},
        {"matches": [{**verdicts["matches"][0], "rule": "guess"}, *verdicts["matches"][1:]]},
        {"matches": [{**verdicts["matches"][0], "parameters": "guess"}, *verdicts["matches"][1:]]},
    ):
        broken.write_text(json.dumps(verdicts | spoil), encoding="utf-8")
        with pytest.raises(BadInput):
            read_published(RECORDS_FILE, broken)


def test_damaged_explanations_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "explanations.json"
    for document in ({"version": 1}, {"version": 1, "explanations": [{"title": "no text"}]}, {"version": 1, "explanations": [7]}):
        broken.write_text(json.dumps(document), encoding="utf-8")
        with pytest.raises(BadInput, match="explanations"):
            read_published(reasons=broken)


def test_two_records_of_one_id_are_refused() -> None:
    with pytest.raises(BadInput, match="share"):
        Published([Record.of(GOOD), Record.of(GOOD)], [], {7: "no network of ours"})


def test_a_match_survives_its_file() -> None:
    match = Match(7, Recipe.of("net", {"alpha": 0.5}, {"stages.1": {"se": 4}}), "flops", "no-bn", 0.1, ("8-bit",))
    assert Match.of(match.to_json()) == match
    assert Match.of(Match(7, Recipe("net")).to_json()) == Match(7, Recipe("net"))


def test_figures_keep_the_digits_of_their_source() -> None:
    assert [printed(m) for m in (3.4, 300, 3.504872, 4100.0, 15470.0)] == ["3.4 M", "300 M", "3.504872 M", "4.1 G", "15.47 G"]
    entry = {"paper": "Squeeze-and-Excitation Networks (arXiv:1709.01507, journal version)", "table": "Table 2"}
    assert short_source(entry) == "Squeeze-and-Excitation Networks, Table 2"
