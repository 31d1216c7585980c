"""Compiled templates, kept for the next run beside the PDFs. Only a help: never needed."""

from __future__ import annotations

import jinja2
from jinja2.bccache import Bucket

from formats import _cache


class Compiled(jinja2.BytecodeCache):
    """By a template's name and words: where Material's lie is another place in each run."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name alone."""
        del filename
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, if it is whole."""
        kept = _cache.read(_key(bucket))
        if kept:
            bucket.bytecode_from_string(kept[0])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        _cache.write(_key(bucket), bucket.bytecode_to_string(), {})


def _key(bucket: Bucket) -> str:
    return _cache.key(jinja2.__version__, bucket.key, bucket.checksum)
