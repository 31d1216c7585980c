"""Runs veraPDF's PDF/UA-1 rules on some PDFs; a program of its own, so that Java can't harm ours.

Reads JSON: {"jar", "jvm", "folder", "files": [path]}; "folder" is for what is only needed
meanwhile. Prints JSON: {"rules": how many there are, "files":
{path: {"assertions": how often a rule was tried, "compliant", "failed": [{"clause", "what",
"times"}]}}}; a file that veraPDF can't read has {"unreadable": why} instead.

The package that carries veraPDF has it without the part that reads profiles. So the profile is
read here, and handed over as values. Needs nothing of ours, and loads nothing of ours.
"""

from __future__ import annotations

import json
import os
import sys
import zipfile
from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import jpype  # type: ignore[import-untyped]  # the wheel has no types

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_XML = "{http://www.verapdf.org/ValidationProfile}"
_VALIDATION = "org.verapdf.pdfa.validation."
_OPTIONS = (
    "-Xmx1g",
    "-Xshare:auto",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # a short run: thorough translation costs more than it gains
    "-XX:-CreateCoredumpOnCrash",
    "-XX:ErrorFile=/dev/null" if os.name != "nt" else "-XX:ErrorFile=NUL",
)
_LONGEST = 300  # letters of a reason


def main() -> None:
    """Answer one question, read from the standard input."""
    asked = json.load(sys.stdin)
    # Whatever Java prints must not get between us and whoever reads our answer.
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    folder = f"-Djava.io.tmpdir={asked['folder']}"  # veraPDF leaves copies of broken files behind
    jpype.startJVM(asked["jvm"], folder, *_OPTIONS, classpath=[asked["jar"]])
    java = jpype.JClass
    java("java.util.logging.Logger").getLogger("").setLevel(java("java.util.logging.Level").OFF)
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavour, profile = _profile(asked["jar"])
    files = {file: _answer(file, flavour, profile) for file in asked["files"]}
    json.dump({"rules": int(profile.getRules().size()), "files": files}, answer)
    answer.close()


def _answer(file: str, flavour: Any, profile: Any) -> dict[str, object]:  # noqa: ANN401  Java's
    """What veraPDF says of one file."""
    java = jpype.JClass
    try:
        foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
        parser = foundry.createParser(java("java.io.File")(file), flavour)
        # False: do not keep what passed. True would end the list after 10,000, failures included.
        validators = java(_VALIDATION + "validators.ValidatorFactory")
        result = validators.createValidator(profile, False).validate(parser)  # noqa: FBT003  Java has no names for arguments
        failed = _failed(result)
        parser.close()
    except jpype.JException as error:
        return {"unreadable": str(error).partition("\n")[0][:_LONGEST]}
    return {
        "assertions": int(result.getTotalAssertions()),
        "compliant": bool(result.isCompliant()),
        "failed": failed,
    }


def _failed(result: Any) -> list[dict[str, object]]:  # noqa: ANN401  Java's
    """Each rule that was broken, with the first of its messages."""
    times, said = Counter[str](), dict[str, str]()
    for one in result.getTestAssertions():
        if str(one.getStatus()) == "failed":
            rule = one.getRuleId()
            clause = f"{rule.getClause()}-{rule.getTestNumber()}"
            times[clause] += 1
            said.setdefault(clause, str(one.getErrorMessage() or one.getMessage()))
    return [
        {"clause": clause, "what": said[clause], "times": count}
        for clause, count in sorted(times.items())
    ]


def _profile(jar: str) -> tuple[Any, Any]:
    """The flavour PDF/UA-1, and its rules as veraPDF wants them."""
    with zipfile.ZipFile(jar) as archive:
        root = ET.fromstring(archive.read(_PROFILE))  # noqa: S314  from the checker's own archive
    java, make = jpype.JClass, jpype.JClass(_VALIDATION + "profiles.Profiles")
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iterfind(f"{_XML}rules/{_XML}rule"):
        rules.add(_rule(rule, make))
    for one in root.iterfind(f"{_XML}variables/{_XML}variable"):
        default, value = (one.findtext(_XML + part) for part in ("defaultValue", "value"))
        variables.add(make.variableFromValues(one.get("name"), one.get("object"), default, value))
    name = root.findtext(f"{_XML}details/{_XML}name")
    details = make.profileDetailsFromValues(name, "", "veraPDF", java("java.util.Date")())
    return flavour, make.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ET.Element, make: Any) -> Any:  # noqa: ANN401  Java's
    """One rule of the profile."""
    java = jpype.JClass
    flavours = "org.verapdf.pdfa.flavours.PDFAFlavour$Specification"
    named, arguments = rule.find(_XML + "id"), java("java.util.ArrayList")()
    assert named is not None  # noqa: S101  for mypy: where it is missing the profile is no profile
    argument = java(_VALIDATION + "profiles.ErrorArgumentImpl")
    for one in rule.iterfind(f"{_XML}error/{_XML}arguments/{_XML}argument"):
        arguments.add(argument.fromValues(one.text or "", one.get("name"), None))
    deferred = rule.get("deferred")
    return make.ruleFromValues(
        make.ruleIdFromValues(
            java(flavours).valueOf(named.get("specification")),
            named.get("clause"),
            int(named.get("testNumber", "0")),
        ),
        rule.get("object"),
        jpype.JBoolean(deferred == "true") if deferred else None,
        rule.get("tags"),
        rule.findtext(_XML + "description"),
        rule.findtext(_XML + "test"),
        make.errorFromValues(rule.findtext(f"{_XML}error/{_XML}message"), arguments),
        java("java.util.ArrayList")(),
    )


if __name__ == "__main__":
    main()
