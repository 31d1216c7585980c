"""What a page's own Content-Security-Policy lets in, and what of the page itself it stops.

Source: Content Security Policy Level 3 (W3C), sections 3.3 and 6.7. Only <meta> is looked at:
what a server sends as well can only forbid more.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks._web import tree
from checks._web.seen import Seen

ENGINE = "files"
_HASH = re.compile(r"'(sha256|sha384|sha512)-([\w+/=-]+)'")
_CODE = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
_WIDE = frozenset({"*", "http:", "https:", "data:", "blob:", "ws:", "wss:"})


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy: the sources that each kind of thing may come from."""

    sources: dict[str, tuple[str, ...]]

    def of(self, *kinds: str) -> tuple[str, ...] | None:
        """The sources of the first of `kinds` that is there; None where anything is let in."""
        for kind in (*kinds, "default-src"):
            if kind in self.sources:
                return self.sources[kind]
        return None

    def allows(self, code: str, *kinds: str, nonce: str = "") -> bool:
        """Whether words in the page itself may run, or be a style; `code` are the words."""
        sources = self.of(*kinds)
        if sources is None:
            return True
        hashes = [found for source in sources if (found := _HASH.fullmatch(source))]
        nonces = [source for source in sources if source.startswith("'nonce-")]
        if any(_hash(found[1], code) == found[2] for found in hashes):
            return True
        if nonce and f"'nonce-{nonce}'" in sources:
            return True
        return "'unsafe-inline'" in sources and not hashes and not nonces


def _hash(kind: str, code: str) -> str:
    return base64.b64encode(hashlib.new(kind, code.encode()).digest()).decode()


def read(content: str) -> Policy:
    """A policy as it stands in a page. Of a kind that is named twice the first counts."""
    sources: dict[str, tuple[str, ...]] = {}
    for directive in content.split(";"):
        name, *values = directive.split() or [""]
        if name:
            lowered = (v if v.startswith(("'nonce-", "'sha")) else v.lower() for v in values)
            sources.setdefault(name.lower(), tuple(lowered))
    return Policy(sources)


def look(page: str, parsed: tree.Element) -> Iterator[Seen]:
    """WEB-031, with the fact `problem`, for each thing that a policy lets in or stops."""
    metas = [one for one in parsed.iter("meta") if _is_policy(one)]
    policies = [read(meta.get("content", "")) for meta in metas]
    problems = [
        *_lets_in(policies),
        *_late(parsed, metas),
        *_stopped(parsed, policies),
    ]
    for problem in dict.fromkeys(problems):
        yield Seen(page, "WEB-031", ENGINE, facts={"problem": problem})


def _is_policy(meta: tree.Element) -> bool:
    return str(meta.get("http-equiv")).strip().lower() == "content-security-policy"


def _lets_in(policies: list[Policy]) -> Iterator[str]:
    """What all the policies together would let run. Each further one can only forbid more."""
    if not policies:
        yield "It has no policy that says where scripts may come from"
        return
    allowed = [policy.of("script-src-elem", "script-src") for policy in policies]
    several = [set(sources) for sources in allowed if sources is not None]
    if not several:
        yield "Its policy says nothing of scripts, so any script may run"
        return
    common = set.intersection(*several)
    if all(policy.allows("", "script-src-elem", "script-src") for policy in policies):
        yield "Its policy lets any script in the page itself run (unsafe-inline)"
    if "'unsafe-eval'" in common:
        yield "Its policy lets words be turned into scripts (unsafe-eval)"
    if "'strict-dynamic'" in common:
        return  # browsers then pass over every address
    for source in sorted(common):
        if source in _WIDE:
            yield f"Its policy lets scripts come from anywhere ({source})"
        elif not source.startswith("'") and source != "file:":
            yield f"Its policy lets scripts come from another site ({source})"


def _late(parsed: tree.Element, metas: list[tree.Element]) -> Iterator[str]:
    """A policy binds only what stands after it, and counts only in the head."""
    if not metas:
        return
    for one in parsed.iter():
        if one is metas[0]:
            break
        if one.tag in {"script", "style"} or (one.tag == "link" and one.get("href")):
            yield "Its policy stands after a script, style or link, which it can’t bind"
            break
    if any(one.tag == "body" for meta in metas for one in meta.iterancestors()):
        yield "Its policy stands in the body of the page, where browsers pass it over"


def _stopped(parsed: tree.Element, policies: list[Policy]) -> Iterator[str]:
    """What in the page itself its own policy keeps from working."""
    for one in parsed.iter():
        if not isinstance(one.tag, str):
            continue
        code, nonce = one.text or "", one.get("nonce", "")
        if one.tag == "script" and one.get("src") is None and _runs(one):
            kinds = ("script-src-elem", "script-src")
            if any(not policy.allows(code, *kinds, nonce=nonce) for policy in policies):
                yield f"Its policy stops a script that stands in the page ({tree.selector(one)})"
        if one.tag == "style":
            kinds = ("style-src-elem", "style-src")
            if any(not policy.allows(code, *kinds, nonce=nonce) for policy in policies):
                yield f"Its policy stops a style that stands in the page ({tree.selector(one)})"
        yield from _attributes(one, policies)


def _runs(script: tree.Element) -> bool:
    return script.get("type", "").strip().lower() in _CODE


def _attributes(one: tree.Element, policies: list[Policy]) -> Iterator[str]:
    """Scripts and styles in attributes: hashes count for them only where the policy says so."""
    for name, value in one.attrib.items():
        lowered = str(name).lower()
        script = lowered.startswith("on") or (
            lowered in {"href", "action", "formaction"}
            and value.strip().lower().startswith("javascript:")
        )
        if script and not all(p.allows("", "script-src-attr", "script-src") for p in policies):
            yield f"Its policy stops what should happen at {lowered} ({tree.selector(one)})"
        if lowered == "style" and not all(
            p.allows("", "style-src-attr", "style-src") for p in policies
        ):
            yield f"Its policy stops a style that stands in the page ({tree.selector(one)})"
