"""Numbers for people: counts, bytes, milliseconds. Full precision stays in the data; only the text is rounded."""

from __future__ import annotations


def count(number: float) -> str:
    """1234 -> ``1.23 k``; 300774272 -> ``300.8 M``; four significant digits from a million up."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size:
            value = number / size
            digits = 1 if value >= 100 else 2
            return f"{value:.{digits}f} {letter}"
    return f"{number:g}"


def size(number: float) -> str:
    """Bytes in decimal units: 2652000 -> ``2.65 MB``."""
    for unit, letter in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if abs(number) >= unit:
            return f"{number / unit:.2f} {letter}"
    return f"{number:g} B"


def milliseconds(number: float) -> str:
    """Three significant digits: ``10.6 ms``."""
    return f"{number:.3g} ms" if number < 1000 else f"{number:.0f} ms"


def duration(ms: float) -> str:
    """Three significant digits, less than a tenth of a millisecond in µs: ``10.6 ms``, ``2.00 ms``, ``37.2 µs``, ``0 ms``."""
    number, unit = (ms, "ms") if abs(ms) >= 0.1 or not ms else (1000 * ms, "µs")
    text = f"{number:.0f}" if abs(number) >= 100 or not number else f"{number:#.3g}"
    return f"{text} {unit}".replace("-", "−")


def change(now: float, before: float) -> str:
    """Relative change in per cent with sign, ``−26.4 %``; empty where there is nothing to compare."""
    if not before:
        return ""
    return signed(100 * (now - before) / before)


def signed(percent: float) -> str:
    """A difference in per cent with its sign: ``−26.4 %``, ``±0 %`` where a decimal does not show it."""
    if abs(percent) < 0.05:
        return "±0 %"
    return f"{percent:+.1f} %".replace("-", "−")


def shape(dims: list[int] | tuple[int, ...]) -> str:
    """C×H×W of an N×C×H×W shape: ``[1, 24, 96, 96]`` -> ``24×96×96``."""
    return "×".join(str(d) for d in dims[1:]) if len(dims) > 1 else str(dims[0] if dims else "")
