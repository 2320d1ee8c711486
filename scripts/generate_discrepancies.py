"""Write docs/discrepancies.md and tests/data/published_comparison.json: our counts against every published figure.

    python scripts/generate_discrepancies.py [--check]

``--check`` compares only: it exits with 1 where a file is stale. Either way it ends with 1 where a figure differs by more than
1 % and more than its printed digits explain, and ``published_explanations.json`` says nothing of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from explorer.core import conventions, rules, units  # noqa: E402
from explorer.core.published import KINDS, Explanation, Published, read_published  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402
from scripts.published_comparison import (  # noqa: E402
    COMPARISON_FILE,
    FIGURES,
    Case,
    all_cases,
    as_text,
)

PAGE = ROOT / "docs" / "discrepancies.md"
NAMES = {"params": "parameters", "macs": "multiply-adds"}
HEAD = """\
# Published figures and ours

Made by `make discrepancies`; a test fails where it is stale. `resources/published.json` holds {records} published records with
their sources; `resources/published_matches.json` says which recipe each describes. {matched} describe a network of ours,
{unmatched} do not (the reasons are at the end). Our counts come from the analysis alone, under the rule by which the record's
source counts, and differences are in per cent of the printed figure.

"The digits explain it" means that ours, rounded or cut off at the printed figure's last digit, is the printed figure.
"""


def unexplained(cases: Iterable[Case], explanations: Iterable[Explanation]) -> list[Case]:
    """Large cases beyond the printed digits that no explanation, or more than one, speaks of."""
    spoken = Counter((e.figure, record) for e in explanations for record in e.records)
    return [c for c in cases if c.is_large and not c.is_rounding and spoken[c.figure, c.record] != 1]


def page(published: Published, cases: Sequence[Case]) -> str:
    """The page as Markdown."""
    parts = [
        HEAD.format(records=len(published.records), matched=len(published.matches), unmatched=len(published.reasons)),
        _summary(published, cases), _conventions(published, cases),
        "## Over 1 %, with the reason\n",
    ]
    for explanation in published.explanations:
        rows = [c for c in cases if c.figure == explanation.figure and c.record in explanation.records]
        parts.append(f"### {explanation.title} ({NAMES[explanation.figure]})\n\n{explanation.text}\n\n{_table(published, rows)}")
    digits = [c for c in cases if c.is_large and c.is_rounding]
    parts.append("## Over 1 %, and the printed digits explain it\n\n" + _table(published, digits))
    counted = Counter(published.reasons.values()).most_common()
    lines = "".join(f"| {n} | {reason} |\n" for reason, n in counted)
    parts.append("## Records that describe no network of ours\n\n| records | reason |\n| ---: | --- |\n" + lines)
    return "\n".join(parts)


def _summary(published: Published, cases: Sequence[Case]) -> str:
    lines = ["## Summary\n", "| source | figure | compared | within 1 % | over, digits explain it | over, explained below |"]
    lines.append("| --- | --- | ---: | ---: | ---: | ---: |")
    groups = [(kind, kind, figure) for kind in KINDS for figure in FIGURES] + [("all", "", figure) for figure in FIGURES]
    for title, kind, figure in groups:
        these = [c for c in cases if c.figure == figure and kind in ("", published.by_id[c.record].kind)]
        large = [c for c in these if c.is_large]
        digits = sum(c.is_rounding for c in large)
        numbers = (len(these), len(these) - len(large), digits, len(large) - digits)
        lines.append(f"| {title} | {NAMES[figure]} | " + " | ".join(str(n) for n in numbers) + " |")
    exact = sum(c.is_rounding for c in cases)
    return "\n".join(lines) + f"\n\nOf all {len(cases)} figures {exact} are ours to the last printed digit.\n"


def _conventions(published: Published, cases: Sequence[Case]) -> str:
    used: Counter[str] = Counter()
    for case in cases:
        match = published.matches[case.record]
        used[match.parameters if case.figure == "params" else match.rule] += 1
    lines = ["## Rules of counting\n", "| figure | rule | figures | what counts |", "| --- | --- | ---: | --- |"]
    lines += [f"| {NAMES['macs']} | {r.name} | {used[r.name]} | {r.sentence} |" for r in rules.RULES.values() if used[r.name]]
    each = conventions.CONVENTIONS.values()
    lines += [f"| {NAMES['params']} | {c.name} | {used[c.name]} | {c.sentence} |" for c in each if used[c.name]]
    return "\n".join(lines) + "\n"


def _table(published: Published, cases: Iterable[Case]) -> str:
    lines = ["| source | as named there | our recipe | rule | printed | ours | difference |"]
    lines.append("| --- | --- | --- | --- | ---: | ---: | ---: |")
    for case in cases:
        record, match = published.by_id[case.record], published.matches[case.record]
        words = f"{record.source.paper}, {record.source.table}"
        where = f"[{words}]({record.source.url})" if record.source.url else words
        rule = match.parameters if case.figure == "params" else match.rule
        lines.append(
            f"| {where} | {record.variant} | {_recipe(match.recipe)} | {rule} "
            f"| {case.printed_m:g} M | {case.ours / 1e6:.6g} M | {units.signed(case.percent)} |"
        )
    return "\n".join(lines) + "\n"


def _recipe(recipe: Recipe) -> str:
    words = [f"{name} {value}" for name, value in recipe.knobs]
    words += [f"{name} {value} at {path}" for path, values in recipe.at for name, value in values]
    return " ".join(filter(None, (f"`{recipe.preset}`", ", ".join(words))))


def main(arguments: Sequence[str]) -> int:
    published = read_published()
    cases = all_cases(published)
    texts = {COMPARISON_FILE: as_text(cases), PAGE: page(published, cases)}
    bare = unexplained(cases, published.explanations)
    for case in bare:
        record = published.by_id[case.record]
        words = f"{record.source.paper}, {record.variant}: {NAMES[case.figure]} {units.signed(case.percent)}"
        print(f"no (single) explanation for record {case.record}, {words}", file=sys.stderr)
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" not in arguments:
        for path in stale:
            path.write_text(texts[path], encoding="utf-8")
        return int(bool(bare))
    for path in stale:
        print(f"{path} is stale; run: make discrepancies", file=sys.stderr)
    return int(bool(stale or bare))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
