"""What all checks have in common, and how they are found."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

from procmap.checks import catalogue
from procmap.checks.check import DEFAULT, PACKS, Check
from procmap.errors import ProcmapError
from procmap.finding import KINDS, Notice
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


BROKEN = {
    "raises when imported": "raise RuntimeError('trasig')",
    "is no check": "CHECK = 42",
    "is text": "CHECK = 'FLW999'",
    "takes a code that exists": OWN.format(code="KNO001", name="of-our-own"),
    "takes a name that exists": OWN.format(code="OUR001", name="disputed"),
    "takes a code of the reader": OWN.format(code="DOC001", name="of-our-own"),
}


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
