"""What all checks have in common, and how they are found."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

from procmap.checks import catalogue
from procmap.checks.check import DEFAULT, PACKS, Check
from procmap.errors import BadUsage, ProcmapError
from procmap.finding import KINDS, Notice
from procmap.read.reading import read_text
from procmap.text import Text

CHECKS = catalogue.load().checks
NOTICES = catalogue.notices()
FOLDER = Path(str(importlib.import_module("procmap.checks").__file__)).parent


def test_every_file_in_a_folder_is_a_check_of_its_name() -> None:
    files = {path.stem.replace("_", "-"): path for path in FOLDER.glob("*/*.py") if path.name != "__init__.py"}
    assert set(files) == {check.name for check in CHECKS}
    for check in CHECKS:
        module = importlib.import_module(check.find.__module__)
        assert Path(str(module.__file__)) == files[check.name]
        assert module.CHECK is check
        assert str(module.__doc__).startswith(f"{check.code} {check.name}: ")


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({notice.code for notice in NOTICES}) == len(NOTICES)
    assert len({notice.name for notice in NOTICES}) == len(NOTICES)
    for notice in NOTICES:
        assert re.fullmatch(r"[A-Z]{3}\d{3}", notice.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", notice.name)
        assert notice.kind in KINDS


def test_the_catalogue_is_in_the_order_of_codes_and_holds_all_subjects() -> None:
    assert [notice.code for notice in NOTICES] == sorted(notice.code for notice in NOTICES)
    assert {notice.code[:3] for notice in NOTICES} >= {"DOC", "CFG", "FLW", "KNO", "PRO"}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_says_all_it_owes(check: Check) -> None:
    assert isinstance(check, Notice)
    assert check.question is not None and check.role is not None
    assert re.search(r"\b(19|20)\d\d\b", check.source), "the source has a date"
    assert check.packs and set(check.packs) <= {DEFAULT, *PACKS}
    assert check.bad != check.good
    if check.kind == "blocker":
        assert DEFAULT not in check.packs, "a blocker blocks something that was asked for"
    texts = [check.message, check.question, check.role, check.rationale, check.gathered, check.gathered_question]
    for text in filter(None, texts):
        assert text.sv != text.en or text.sv.startswith("{")
    assert (check.gathered is None) == (check.gathered_question is None)
    assert check.gathered is None or "{step}" not in check.role.sv, "several steps are asked about at once"
    assert all(name == check.name or name.startswith(f"{check.name}.") for name in check.thresholds)


WRONG_WORDS = Text(
    sv=r"poäng|procent klar|mognad|betyg|rankning|ditt fel|du har inte|slarv|borde ha|adressera|på plats",
    en=r"\bscore|percent complete|maturity|\bgrade|\brank|your fault|you failed|careless|should have",
)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
def test_nothing_is_graded_and_nobody_blamed(notice: Notice) -> None:
    for text in filter(None, (notice.message, notice.question, notice.rationale)):
        for words, wrong in zip(text, WRONG_WORDS, strict=True):
            assert not re.search(wrong, words, re.IGNORECASE)


def test_swedish_quotes_and_english_quotes() -> None:
    for notice in NOTICES:
        for text in filter(None, (notice.message, notice.question, notice.rationale)):
            assert "“" not in text.sv and '"' not in text.sv.replace('["a", "b"]', "")
            assert "”" not in text.en or "“" in text.en


# Plug-ins


def install(folder: Path, name: str, value: str, code: str) -> None:
    """A distribution with one module and one entry point, as an installer would leave it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[procmap.checks]\n{name} = {value}\n", encoding="utf-8")


OWN = """\
from procmap.checks.check import Check, hit
from procmap.ref import Ref
from procmap.text import Text

def find(view):
    for process in view.processes:
        if not process.classification:
            yield hit(Ref(process.id), process=view.label(Ref(process.id)))

CHECK = Check(
    code="{code}", name="{name}", kind="gap",
    message=Text(sv="{{process}} saknar beteckning.", en="{{process}} has no code."),
    question=Text(sv="Vilken beteckning har {{process}}?", en="Which code has {{process}}?"),
    role=Text(sv="arkivarien", en="the archivist"),
    rationale=Text(sv="Vi vill det.", en="We want it."), source="Vi, 2026", bad="owner: A", good="owner: B", find=find,
)
"""


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("value", ["ours", "ours:CHECK", "ours:ALL"])
def test_another_package_adds_checks(value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.checks.engine import check
    from procmap.model.process import Process
    from procmap.model.process_map import ProcessMap

    code = OWN.format(code="OUR001", name="no-classification") + "ALL = [CHECK]\n"
    install(tmp_path / "site", "ours", value, code)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "ours", raising=False)
    assert "OUR001" in {check.code for check in catalogue.load().checks}
    map = ProcessMap(processes=(Process(id="a", name="A"),))
    assert [str(finding.refs[0]) for finding in check(map, select=["OUR"])] == ["a"]
    monkeypatch.delitem(sys.modules, "ours", raising=False)


GOOD = OWN.format(code="OUR001", name="of-our-own")
WRITTEN = FOLDER.parents[1] / "CONTRIBUTING.md"
BROKEN = {
    "raises when imported": "raise RuntimeError('trasig')",
    "is no check": "CHECK = 42",
    "is text": "CHECK = 'FLW999'",
    "takes a code that exists": OWN.format(code="KNO001", name="of-our-own"),
    "takes a name that exists": OWN.format(code="OUR001", name="disputed"),
    "takes a code of the reader": OWN.format(code="DOC001", name="of-our-own"),
    "ends the program": "import sys; sys.exit(3)",
    "lacks what finds it": GOOD.replace("find=find,", ""),
}
WRONG = {
    "code": ('code="OUR001"', 'code="our1"', "tre stora bokstäver"),
    "name": ('name="of-our-own"', 'name="Of our own"', "små bokstäver"),
    "kind": ('kind="gap"', 'kind="warning"', "ett av error, blocker"),
    "packs": ('kind="gap"', 'kind="gap", packs="rpa"', "en tupel med något av default"),
    "packs that there are not": ('kind="gap"', 'kind="gap", packs=("hr",)', "en tupel med något av default"),
    "no packs": ('kind="gap"', 'kind="gap", packs=()', "en tupel med något av default"),
    "message": ('message=Text(sv="{process} saknar beteckning.", en="{process} has no code.")', 'message="Oj"', "en Text("),
    "question": (
        'question=Text(sv="Vilken beteckning har {process}?", en="Which code has {process}?")', 'question="Vilken?"',
        "eller None",
    ),
    "role": ('role=Text(sv="arkivarien", en="the archivist")', 'role="arkivarien"', "en Text("),
    "gathered": ("find=find", 'gathered=Text("{steps}", "{steps}"), find=find', "gathered_question"),
    "gathered of what": (
        "find=find", 'gathered=Text("a", "b"), gathered_question=Text("{steps}?", "{steps}?"), find=find', "{steps}",
    ),
    "source": ('source="Vi, 2026"', "source=None", "en text"),
    "good": ('good="owner: B"', "good=None", "en text"),
    "find": ("find=find", "find=None", "en funktion som tar emot en View"),
    "covers": ("find=find", 'covers="Rule.source", find=find', "en frozenset"),
    "thresholds": ("find=find", 'thresholds={"most": 3}, find=find', "of-our-own."),
    "threshold of what": ("find=find", 'thresholds={"of-our-own": "3"}, find=find', "tal"),
    "answers": ("find=find", 'answers="RPA-001", find=find', "en tupel med texter"),
    "unverified": ("find=find", 'unverified="ja", find=find', "True eller False"),
    "gives_way": ("find=find", "gives_way=None, find=find", "True eller False"),
    "follows_arrows": ("find=find", "follows_arrows=1, find=find", "True eller False"),
    "only_asks": ("find=find", "only_asks=True, find=find", "namnet på ett attribut"),
}
BROKEN |= {f"{what} is wrong": GOOD.replace(was, is_) for what, (was, is_, _) in WRONG.items()}


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("code", BROKEN.values(), ids=BROKEN)
def test_a_broken_plug_in_says_so_and_stops_nothing(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.checks.engine import check
    from procmap.model.process import Process
    from procmap.model.process_map import ProcessMap

    install(tmp_path / "site", "theirs", "theirs:CHECK", code)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "theirs", raising=False)
    findings = check(ProcessMap(processes=(Process(id="a", name="A"),)))
    assert [finding.code for finding in findings] == ["FLW006", "KNO006", "PRO002"]
    assert "theirs" in next(finding for finding in findings if finding.code == "PRO002").message("sv")
    assert {each.code for each in catalogue.load().checks} == {each.code for each in CHECKS}
    monkeypatch.delitem(sys.modules, "theirs", raising=False)


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_with_a_plug_in_is_said(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.checks.engine import check
    from procmap.model.process_map import ProcessMap

    was, wrong, said = WRONG[what]
    assert was in GOOD
    install(tmp_path / "site", "theirs", "theirs:CHECK", GOOD.replace(was, wrong))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "theirs", raising=False)
    [broken] = catalogue.load().broken
    assert said in broken.message("sv") and "Tillägget theirs" in broken.message("sv")
    with pytest.raises(BadUsage) as asked:
        check(ProcessMap(), select=["OUR001"])
    assert said in asked.value.text.sv, "whoever asks for the check is told why it is not there"
    monkeypatch.delitem(sys.modules, "theirs", raising=False)


MORE = """\
from types import MappingProxyType
CHECK_2 = Check(
    code="OUR002", name="too-many-steps", kind="ask", packs=("rpa", "e-service"),
    message=Text(sv="{step} är ett för mycket.", en="{step} is one too many."),
    question=Text(sv="Behövs {step}?", en="Is {step} needed?"),
    gathered=Text(sv="De är för många: {steps}.", en="They are too many: {steps}."),
    gathered_question=Text(sv="Behövs {steps}?", en="Are {steps} needed?"),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(sv="Vi vill det.", en="We want it."), source="Vi, 2026", bad="owner: A", good="owner: B",
    covers={"Task.why"}, thresholds=MappingProxyType({"too-many-steps": 1, "too-many-steps.share": 0.5}),
    answers=["X-1"], unverified=True, gives_way=True, follows_arrows=False, only_asks="why",
    find=lambda view: (
        hit(ref.of("why"), step=view.label(ref), asked=False)
        for process in view.processes for ref, node in view.nodes(process)
        if len(view.nodes(process)) > view.thresholds["too-many-steps"]
    ),
)
ALL = [CHECK, CHECK_2]
"""


@pytest.mark.usefixtures("anew")
def test_a_plug_in_may_use_all_that_a_check_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.checks.engine import check
    from procmap.report.catalogue import explanation, json_catalogue, table
    from procmap.report.catalogue_page import markdown_catalogue

    install(tmp_path / "site", "ours", "ours:ALL", GOOD + MORE)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "ours", raising=False)
    assert catalogue.load().broken == ()
    map = read_text("process: A\nflow:\n  - Handläggare: Granska\n  - Chef: Besluta\n").map
    found = check(map, packs=("rpa",), select=["OUR"])
    assert [(each.code, len(each.refs)) for each in found] == [("OUR001", 1), ("OUR002", 4)]
    assert found[1].message.sv.startswith("De är för många: ")
    notices = catalogue.notices()
    for said in (table(notices, "sv"), json_catalogue(notices, "sv"), markdown_catalogue(notices, {}, "sv")):
        assert "OUR002" in said
    assert "ej kontrollerad mot källan" in explanation(next(each for each in notices if each.code == "OUR002"), "sv")
    monkeypatch.delitem(sys.modules, "ours", raising=False)


@pytest.mark.usefixtures("anew")
def test_the_check_that_contributing_shows_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.checks.laid import found_in

    text = WRITTEN.read_text(encoding="utf-8")
    shown = re.search(r'^(    """OUR001.*?^    \)\n)', text, re.MULTILINE | re.DOTALL)
    assert shown is not None
    install(tmp_path / "site", "shown", "shown", re.sub("^    ", "", shown[1], flags=re.MULTILINE))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "shown", raising=False)
    assert catalogue.load().broken == ()
    [check] = [each for each in catalogue.load().checks if each.code == "OUR001"]
    assert [finding.code for finding in found_in(check.bad, packs=check.packs)] == ["OUR001"]
    assert found_in(check.good, packs=check.packs) == ()
    monkeypatch.delitem(sys.modules, "shown", raising=False)


@pytest.mark.usefixtures("anew")
def test_metadata_is_not_imported_without_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(**_: object) -> None:
        raise AssertionError("importlib.metadata was asked")

    monkeypatch.setattr("importlib.metadata.entry_points", never)
    assert catalogue.load().broken == ()


def test_errors_are_procmaps_own() -> None:
    from procmap.checks.engine import check
    from procmap.model.process_map import ProcessMap

    with pytest.raises(ProcmapError):
        check(ProcessMap(), select=["no-such-thing"])
