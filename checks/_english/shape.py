"""What makes a sentence hard to take in: its marks, its numbers, its clauses, its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks._english.spelling import in_dictionary
from checks._english.text import Passage, Sentence
from checks._english.vocabulary import common_initials, familiar
from checks._english.words import Word, is_initials

_MARKS = re.compile(r"[;()\[\]]|(?<=\s)[-–—](?=\s)|—|(?<=[a-z])–(?=[a-z])")
_MARK_NAMES = {
    ";": "a semicolon",
    "(": "brackets",
    ")": "brackets",
    "[": "brackets",
    "]": "brackets",
}
_NUMBERS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)"
    r"teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"[A-Z]\S* [A-Z][a-z]")  # "Four Oaks", "Six Towns Radio"
_JOINS = re.compile(
    r"\b(?:because|although|though|unless|until|whether|whereas|while|which|so that|even if|"
    r"(?:and|but|or|so)(?=,? (?:I|we|you|they|he|she|it|this|there)\b))\b|;",
    re.IGNORECASE,
)
_MAY_JOIN = re.compile(r"\b(?:if|when|where|who|that|as|what|how)\b", re.IGNORECASE)
_MOST_COMMAS = 1
_NEAR = 300  # signs: the words that letters stand for come next to them
_SHOUTED = frozenset(
    {"SEND", "IT", "WHO", "PALS", "MASH", "LADO"}
)  # everyday words which in capitals are initials after all
_FIRST_NAMES = 2  # letters: "J.B.", "JK"
_SURNAME = re.compile(r" [A-Z][a-z]+(?=$|\W)(?! Team| Board| Service| Centre| Forum| Trust| Plan)")
_LONGEST_PLATE = 9
_SHORTEST_WORD = 3  # letters: shorter ones, such as "ERA", are more often initials
_PLATE = re.compile(r"\b[A-Z]{1,3}\d{1,3} $")  # "KV19 ZTX"
_ROMAN = re.compile(r"[IVX]+")


def marks(sentence: str) -> list[str]:
    """The names of punctuation marks that hold more than one idea, each once."""
    found = (_MARK_NAMES.get(mark[0], "a dash") for mark in _MARKS.finditer(sentence))
    return list(dict.fromkeys(found))


def number_words(sentence: str) -> list[str]:
    """Numbers that are written as words. "One" is left alone: it is mostly not a number.

    So are names, such as "Four Oaks".
    """
    return [
        found[0]
        for found in _NUMBERS.finditer(sentence)
        if not _IN_NAME.match(sentence, found.start())
    ]


_SURE_JOIN = re.compile(
    # "This is because" and "tell us which" are one idea, or may be.
    r"(?:\w+,? \w+,? )(?:because(?! of\b)|(?:al|even )though|whereas|so that)(?: [\w'’-]+){2}"
    r"|, which [\w'’-]+ [\w'’-]+"
    r"|^(?:because(?! of\b)|although|though|so that)\b[^,]{1,120}, [\w'’-]+ [\w'’-]+"
    r"|\bif\b [^,]{1,120},? then\b",
    re.IGNORECASE,
)
_ONE_IDEA = re.compile(r"(?:this|that|it)(?: is|['’]s| was) because\b", re.IGNORECASE)


def surely_joined(sentence: str) -> bool:
    """Whether a sentence holds two clauses, each with its own verb, beyond doubt."""
    return bool(_SURE_JOIN.search(_ONE_IDEA.sub("", sentence)))


def joins(sentence: str) -> list[str]:
    """Words that seem to join a second idea on. A guess: a grammar would be needed to know."""
    sure = [found[0] for found in _JOINS.finditer(sentence)]
    perhaps = [found[0] for found in _MAY_JOIN.finditer(sentence[1:])]
    if sure or len(perhaps) > 1:
        return sure + perhaps
    return [","] * sentence.count(",") if sentence.count(",") > _MOST_COMMAS else []


def unexplained_initials(
    passages: Iterable[Passage], known: frozenset[str]
) -> Iterator[tuple[Word, Passage, Sentence]]:
    """Initials that are not spelled out where they first come, each once."""
    seen: set[str] = set()
    for passage in passages:
        for sentence in passage.sentences:
            if not _has_initials(sentence) or sentence.text.isupper():
                continue  # shouted: every word looks like initials
            for word in sentence.words:
                letters = word.text.rstrip("s").replace(".", "")
                if not is_initials(word.text) or letters in seen or _everyday(letters, known):
                    continue
                if _is_code(word, sentence.text) or (
                    len(letters) <= _FIRST_NAMES and _SURNAME.match(sentence.text, word.end)
                ):
                    continue  # "DE65 6GH", "NE/07/AB"; "J.B. Smith", "JK Rowling"
                seen.add(letters)
                near = sentence.text[max(0, word.start - _NEAR) : word.end + _NEAR]
                if not _spelled_out(word.text, near):
                    yield word, passage, sentence


def is_shouted(word: str) -> bool:
    """Whether a short word in capitals is an everyday word, and not letters said one by one."""
    initials = word in common_initials() or word in _SHOUTED
    return not initials and len(word) > 1 and familiar(word.lower())


def _is_word(letters: str) -> bool:
    """Whether letters are a word that is shouted: NOT, ENTRY."""
    return familiar(letters) or (len(letters) > _SHORTEST_WORD and in_dictionary(letters))


def _is_code(word: Word, sentence: str) -> bool:
    """Whether letters are part of a postcode, a number plate or a reference."""
    around = sentence[max(0, word.start - 1) : word.start] + sentence[word.end : word.end + 1]
    plate = _PLATE.search(sentence, max(0, word.start - _LONGEST_PLATE), word.start)
    return any(sign.isdigit() or sign == "/" for sign in around) or plate is not None


def _has_initials(sentence: Sentence) -> bool:
    return any(sentence.lexemes[number].initials for number in sentence.odd)


def _everyday(letters: str, known: frozenset[str]) -> bool:
    return (
        letters in common_initials()
        or letters.lower() in known
        or letters in known
        or _ROMAN.fullmatch(letters) is not None
        or (_is_word(letters.lower()) and letters not in _SHOUTED)
    )


def _spelled_out(initials: str, sentence: str) -> bool:
    bare = re.escape(initials)
    return bool(
        any(
            _stands_for(initials, found[1])
            for pattern in (rf"\b{bare}, ([^,.;]{{1,80}})", rf"([^,.;]{{1,80}}),(?: or)? {bare}\b")
            for found in re.finditer(pattern, sentence)
        )
        or re.search(rf"\w+ \w[\w'-]* \(['\"“]?{bare}['\"”]?\)", sentence)
        or re.search(rf"\b{bare}['\"”]? \((?:\w[\w'-]* ?){{2}}", sentence)
        or re.search(
            rf"\b{bare}['\"”]?,? (?:is |are )?(?:short for|stands? for|means?)\b", sentence
        )
    )


_SMALL_IN_INITIALS = frozenset({"and", "of", "or", "for", "the", "to", "in", "on", "a"})


def _stands_for(initials: str, phrase: str) -> bool:
    """Whether words in `phrase` begin with these letters, one after the other."""
    firsts = "".join(
        word[0] for word in re.findall(r"[^\W\d_]+", phrase) if word not in _SMALL_IN_INITIALS
    )
    return initials.rstrip("s").replace(".", "").replace("&", "").lower() in firsts.lower()
