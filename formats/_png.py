"""What a PNG tells about itself: text inside the file, which no one sees in the picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_HEAD = 8 + 25  # a PNG's first eight bytes, then its size and colours, always as long


def told(picture: bytes, words: Mapping[str, str]) -> bytes:
    """`picture` with a text (iTXt) for each name in `words`, in the order of the names."""
    texts = b"".join(_text(name, words[name]) for name in sorted(words))
    return picture[:_HEAD] + texts + picture[_HEAD:]


def _text(name: str, value: str) -> bytes:
    body = b"iTXt" + name.encode() + b"\0\0\0\0\0" + value.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
