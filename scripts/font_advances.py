"""Advance widths of fonts, read from the font files themselves, for scripts/check_picture.py. Standard library only, no Qt.

    python scripts/font_advances.py        # of the families below, found with fc-match; writes scripts/font_advances.json

Read are the tables head, hhea, hmtx and cmap (formats 4 and 12) of a TrueType or OpenType file or collection (ISO/IEC 14496-22).
Kerning is left out: widths are of the single characters.
"""

from __future__ import annotations

import json
import string
import struct
import subprocess
from pathlib import Path

FAMILIES = ("Noto Sans CJK KR", "DejaVu Sans", "Inter", "Noto Sans")
STYLES = {"regular": "Regular", "bold": "Bold"}
CHARACTERS = string.printable[:95] + "×·→–−…αρφ°±≤≥²½≈∞%µ한"  # all syllables of Hangul are as wide as one of them
LAST = 0xD7A3  # the last syllable of Hangul; what comes after it is not asked for
TARGET = Path(__file__).with_suffix(".json")


def advances(path: Path, index: int, characters: str) -> dict[str, float]:
    """Width of each character that the font has, in sizes of the font (em)."""
    data = path.read_bytes()
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    tables = {}
    for i in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * i)
        tables[tag] = offset
    per_em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    glyphs = _glyphs(data, tables[b"cmap"])
    found = {}
    for character in characters:
        glyph = glyphs.get(ord(character))
        if glyph:
            found[character] = struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * min(glyph, metrics - 1))[0] / per_em
    return found


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Glyph by code point, from the widest table that there is."""
    found: dict[int, int] = {}
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)[2]
        form = struct.unpack_from(">H", data, table)[0]
        if form == 12:
            for j in range(struct.unpack_from(">I", data, table + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", data, table + 16 + 12 * j)
                found.update((code, glyph + code - first) for code in range(first, min(last, LAST) + 1))
        elif form == 4:
            found.update(_segments(data, table))
    return found


def _segments(data: bytes, table: int) -> dict[int, int]:
    double = struct.unpack_from(">H", data, table + 6)[0]
    ends, starts = table + 14, table + 16 + double
    found = {}
    for j in range(0, double, 2):
        last, first = struct.unpack_from(">H", data, ends + j)[0], struct.unpack_from(">H", data, starts + j)[0]
        delta, offset = (struct.unpack_from(">H", data, starts + k * double + j)[0] for k in (1, 2))
        for code in range(first, min(last, LAST) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, starts + 2 * double + j + offset + 2 * (code - first))[0]
                if not glyph:
                    continue
            found[code] = (glyph + delta) % 65536
    return found


def font_file(family: str, style: str) -> tuple[Path, int] | None:
    """File and number within a collection; None where the family is not installed."""
    words = ["fc-match", "-f", "%{family}|%{file}|%{index}", f"{family}:style={style}"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    names, file, index = said.split("|")
    return (Path(file), int(index) & 0xFFFF) if family in names.split(",") else None


def measured(family: str) -> dict[str, dict[str, float]] | None:
    """Widths by weight of an installed family; None where it is not installed."""
    found = {}
    for weight, style in STYLES.items():
        place = font_file(family, style)
        if place is None:
            return None
        found[weight] = {character: round(width, 4) for character, width in advances(*place, CHARACTERS).items()}
    return found


def table_with(family: str) -> dict[str, dict[str, dict[str, float]]]:
    """The committed table, and this family where it is installed: for a machine whose pictures have another font."""
    table: dict[str, dict[str, dict[str, float]]] = json.loads(TARGET.read_text(encoding="utf-8"))
    found = None if family in table else measured(family)
    return table if found is None else table | {family: found}


def main() -> None:
    """Write the table; a family that is not installed keeps what stood there."""
    table = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    table |= {family: found for family in FAMILIES if (found := measured(family)) is not None}
    TARGET.write_text(json.dumps(table, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
