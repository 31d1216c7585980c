"""What reviewers read: pages for people, findings.json for programs, scores.csv for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from charter.model import Charter
from charter.peoples import standings
from charter.pipeline import Verdict
from charter.policy import Policy
from charter.reading import AGE_OF_GRADE, WHOLE
from charter.report import chart, looked, texts
from charter.report.data import COLUMNS, as_csv, as_data, as_json, as_sarif, score_row
from charter.report.letters import marked
from charter.report.sheet import sheet

if TYPE_CHECKING:
    from jinja2 import Environment

NOT_CHECKED = (
    "Whether people understand the words. Ask some of the people the charter is for.",
    "Whether the Easy Read works. Only people with learning disabilities can say so.",
    "Whether a description says what matters in its picture.",
    "How it all works with a real screen reader. Programs find less than half of all barriers.",
    "Whether the promises are kept.",
)
__all__ = ["NOT_CHECKED", "as_json", "write"]
_HERE = Path(__file__).parent
SCHEMA_FILE = "findings.schema.json"


def write(
    verdict: Verdict, charter: Charter | None, today: date, folder: Path, policy: Policy
) -> None:
    """Write the whole report into `folder`, which need not be there yet."""
    readings = verdict.readings
    shown = texts.texts(readings, verdict.findings)
    rows = [score_row(reading, verdict.findings) for reading in readings]
    facts = _facts(verdict, charter, today, shown, policy)
    pages = {
        "index.html": _page("index.html.j2", facts),
        "print.html": _page("print.html.j2", facts),
    }
    chapters = [text for text in shown if not _is_whole(text)]
    for page in dict.fromkeys(text.page for text in chapters):
        mine = [text for text in chapters if text.page == page]
        pages[page] = _page("text.html.j2", facts | {"mine": mine})
    if charter:
        pages["pictures.html"] = _page("pictures.html.j2", facts | {"sheet": sheet(charter)})
    if looked.looked(verdict).looks:
        pages["looks.html"] = _page("looks.html.j2", facts)
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    (folder / "pictures").mkdir(exist_ok=True)
    for drawing in charter.drawings if charter else ():
        _write(folder / "pictures" / f"{drawing.id}.svg", drawing.svg)
    looked.write(looked.looked(verdict), folder)
    for name, words in pages.items():
        _write(folder / name, words)
    _write(folder / "findings.json", as_json(verdict, charter, today))
    _write(folder / "findings.sarif", as_sarif(verdict))
    _write(folder / SCHEMA_FILE, (_HERE / SCHEMA_FILE).read_text(encoding="utf-8"))
    (folder / "scores.csv").write_text(as_csv(COLUMNS, rows), encoding="utf-8", newline="")


def _write(file: Path, words: str) -> None:
    file.write_text(words, encoding="utf-8", newline="\n")


def _facts(
    verdict: Verdict,
    charter: Charter | None,
    today: date,
    shown: tuple[texts.Text, ...],
    policy: Policy,
) -> dict[str, object]:
    """What every page may show."""
    single = [text for text in shown if not _is_whole(text)]
    limits = {"full text": policy.full, "poster": policy.poster, "Easy Read": policy.easy_read}
    charts = (
        chart.ages(single, name, AGE_OF_GRADE + limit.grade_at_most)
        for name, limit in limits.items()
    )
    return {
        "data": as_data(verdict, charter, today),
        "today": today,
        "pictured": charter is not None,
        "looked": looked.looked(verdict),
        "place": looked.place,
        "blocked": verdict.blocked,
        "checked": bool(verdict.artefacts),
        "single": single,
        "wholes": [text for text in shown if _is_whole(text)],
        "charts": [one for one in charts if one],
        "tested": charter.tested if charter else (),
        "people": standings(charter.tested, today) if charter else (),
        "not_checked": [*NOT_CHECKED, *_too_short(single)],
        "told": texts.told,
        "links": _links(single),
    }


def _is_whole(text: texts.Text) -> bool:
    return text.reading.chapter == WHOLE


def _links(single: Iterable[texts.Text]) -> Mapping[tuple[str, str], str]:
    """Where each sentence of each text is shown."""
    found: dict[tuple[str, str], str] = {}
    for text in single:
        for block, held in zip(text.reading.blocks, text.blocks, strict=True):
            for sentence, one in zip(block.sentences, held.sentences, strict=True):
                found.setdefault((text.reading.label, sentence), f"{text.page}#{one.id}")
    return found


def _too_short(single: Iterable[texts.Text]) -> Iterable[str]:
    short = [text for text in single if not text.reading.figures.enough]
    foreign = [text for text in single if not all(block.english for block in text.blocks)]
    if short:
        yield (
            f"{len(short)} of the texts by a formula: they are too short for one to mean much. "
            "Their sentences and words were checked."
        )
    for text in foreign:
        yield f"Parts of “{text.reading.title}” ({text.reading.version}) that are not in English."


def _page(template: str, facts: Mapping[str, object]) -> str:
    return _environment().get_template(template).render(facts)


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  slow

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["together"] = _together
    environment.filters["marked"] = marked
    return environment


def _together(findings: Iterable[Mapping[str, object]]) -> list[list[Mapping[str, object]]]:
    """Findings about one sentence of one text as one group, and every other finding alone."""
    groups: list[list[Mapping[str, object]]] = []
    for finding in findings:
        about = (finding["text"], finding["sentence"])
        last = groups[-1][-1] if groups else {}
        if finding["sentence"] and about == (last.get("text"), last.get("sentence")):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return groups
