"""What other counters say of the count, in words. They count MACs; under another rule theirs are converted before comparing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.core import rules, units

NARROW_SPACE = "\u202f"


def spaced(number: int) -> str:
    """1281000 -> ``1 281 000``."""
    return f"{number:,}".replace(",", NARROW_SPACE)


def agreement(analysis: dict[str, Any], opinion: dict[str, Any] | None) -> tuple[str, str, str]:
    """A line, its colour and words for the tooltip; all empty where there is no opinion."""
    if opinion is None:
        return "", "dim", ""
    translate = QCoreApplication.translate
    ours = analysis.get("counted", {}).get(rules.DEFAULT, analysis["macs"])
    counter = opinion["flop_counter"]
    tip = translate("opinions", "FlopCounterMode (torch {0}): {1} MACs").format(counter["version"], spaced(counter["macs"]))
    if counter["macs"] == ours:
        return translate("opinions", "✓ FlopCounterMode agrees"), "dim", tip
    words = translate("opinions", "FlopCounterMode counts {0} MACs, ours {1}")
    numbers = units.count(counter["macs"]), units.count(ours)
    if numbers[0] == numbers[1]:
        numbers = spaced(counter["macs"]), spaced(ours)
    return words.format(*numbers), "warning", tip


def layer_words(path: str, kind: str, ours: int, rule: str, opinion: dict[str, Any]) -> str:
    """``ours 14 155 776 · FlopCounterMode 14 155 776 · torchinfo 14 156 776 (counts the bias: +1 000)`` for a layer."""
    translate = QCoreApplication.translate
    counting = rules.RULES.get(rule, rules.RULES[rules.DEFAULT])
    parts = [translate("opinions", "ours {0}").format(spaced(ours))]
    if kind in counting.left_out:
        return translate("opinions", "left out by the rule")
    other = opinion["flop_counter"]["layers"].get(path)
    if other is not None:
        alone = translate("opinions", " (MACs alone)") if counting.extras else ""
        parts.append(f"FlopCounterMode {spaced(counting.apply(kind, other))}{alone}")
    third = opinion["torchinfo"]["layers"].get(path)
    if third is not None:
        number = counting.apply(kind, third["macs"])
        words = f"torchinfo {spaced(number)}"
        if counting.extras:
            words += translate("opinions", " (with the bias)") if third["counts_bias"] else translate("opinions", " (MACs alone)")
        elif number != ours and third["counts_bias"]:
            words += translate("opinions", " (counts the bias: {0})").format(_signed(number - ours))
        elif number != ours:
            words += translate("opinions", " (differs: {0})").format(_signed(number - ours))
        parts.append(words)
    return " · ".join(parts) if len(parts) > 1 else ""


def contradicts(path: str, kind: str, ours: int, rule: str, opinion: dict[str, Any]) -> bool:
    """Whether FlopCounterMode counts this layer and counts it otherwise; it never counts what ``extras`` add."""
    other = opinion["flop_counter"]["layers"].get(path)
    counting = rules.RULES.get(rule, rules.RULES[rules.DEFAULT])
    if counting.extras:
        return False
    return other is not None and kind not in counting.left_out and counting.apply(kind, other) != ours


def _signed(number: int) -> str:
    return f"{'+' if number >= 0 else '−'}{spaced(abs(number))}"
