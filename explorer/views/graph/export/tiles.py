"""A PNG larger than Qt's painter and memory take at once: painted tile by tile, packed row by row.

The format is PNG (W3C, third edition): IHDR, sRGB, pHYs, iTXt, IDAT, IEND; 8-bit RGBA, no filter, not interlaced.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

WIDEST, ROWS = 16384, 512  # of a tile: 32 MB
LEVEL = 3  # of zlib: flat colours pack well anyhow
SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGBA = 4
Paint = Callable[[QPainter], None]


def tiled_png(wide: int, high: int, dots_per_metre: int, words: Mapping[str, str], paint: Paint) -> bytes:
    """The file's content. ``paint`` paints the whole page from the upper left corner on, as often as there are tiles."""
    packer = zlib.compressobj(LEVEL)
    packed = b"".join(packer.compress(band) for band in _bands(wide, high, paint)) + packer.flush()
    head = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    density = struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)
    said = [_chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()) for key, text in words.items()]
    return b"".join([
        SIGNATURE, _chunk(b"IHDR", head), _chunk(b"sRGB", b"\0"), _chunk(b"pHYs", density), *said, _chunk(b"IDAT", packed),
        _chunk(b"IEND", b""),
    ])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bands(wide: int, high: int, paint: Paint) -> Iterator[bytes]:
    """Some rows at a time, each with the byte before it that says: not filtered."""
    for top in range(0, high, ROWS):
        rows = min(ROWS, high - top)
        tiles = [_tile(left, top, min(WIDEST, wide - left), rows, paint) for left in range(0, wide, WIDEST)]
        yield b"".join(b"\0" + b"".join(tile[row] for tile in tiles) for row in range(rows))


def _tile(left: int, top: int, wide: int, high: int, paint: Paint) -> list[bytes]:
    """Its rows."""
    tile = QImage(wide, high, QImage.Format.Format_ARGB32)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.translate(-left, -top)
    paint(painter)
    painter.end()
    found = tile.convertToFormat(QImage.Format.Format_RGBA8888)
    data, step = bytes(found.constBits()), found.bytesPerLine()
    return [data[row * step : row * step + wide * RGBA] for row in range(high)]
