"""Words in other letters inside the English of the report, marked so that a voice can tell."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# By the first word of a letter's name in Unicode; the codes are those of ISO 15924.
_SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani", "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "GREEK": "Grek",
    "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang", "HEBREW": "Hebr",
    "HIRAGANA": "Hira", "KATAKANA": "Kana", "SINHALA": "Sinh", "TAMIL": "Taml", "TELUGU": "Telu",
    "THAI": "Thai",
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
# From the first letter beyond Latin ones to the last sign of theirs before Latin words go on.
_THEIRS = r"[\u0370-\u1fff\u2c00-\U0010ffff]"
_RUN = re.compile(rf"(?={_THEIRS})[^\W\d_](?:[^A-Za-z<>&\"]*{_THEIRS})?")


def marked(words: str) -> Markup:
    """`words` for HTML, each run of other letters with its script and its direction.

    Which language it is, nobody here can tell: "und" is BCP 47's word for that.
    """
    if words.isascii():
        return escape(words)
    whole, at = Markup(""), 0
    for run in _RUN.finditer(words):
        script = _SCRIPTS.get(unicodedata.name(run[0][0], "").partition(" ")[0])
        if script:
            turn = Markup(' dir="rtl"') if script in _RIGHT_TO_LEFT else ""
            piece = Markup('<span lang="und-{}"{}>{}</span>').format(script, turn, run[0])
            whole += escape(words[at : run.start()]) + piece
            at = run.end()
    return whole + escape(words[at:])
