"""The schemas stand in schemas/ as they are generated, and see what a schema can see."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from procmap.read.keys import CATALOGUE, PROCESS
from procmap.read.kinds import TABLES
from procmap.read.schema import KINDS, schema

ROOT = Path(__file__).parents[2]
FIRST_MEETING = """
process: Livsmedelsregistrering
flow:
  - Företagare: Anmäler sin verksamhet
  - Administratör: Är anmälan komplett?
    branches:
      ja:
      nej:
        - wait: Komplettering inkommer
          unless:
            timer: 3 weeks
            to: Är anmälan komplett?
        - to: Är anmälan komplett?
"""


def plain(text: str) -> object:
    """A document as editors see it, with all scalars as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_is_the_generated_one(kind: str, request: pytest.FixtureRequest) -> None:
    path = ROOT / "schemas" / f"{kind}.schema.json"
    text = json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update-expected"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
    jsonschema.Draft7Validator.check_schema(schema(kind))


def test_a_first_meeting_is_valid() -> None:
    jsonschema.validate(plain(FIRST_MEETING), schema("process"))


EXAMPLES = sorted(p for p in (ROOT / "examples").rglob("*.yaml") if "expected" not in p.parts)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_examples_are_valid(path: Path) -> None:
    for document in yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        kind = next(iter(document))
        if kind in KINDS:
            jsonschema.validate(document, schema(kind))


@pytest.mark.parametrize(
    "slip",
    [
        "purpos: Felstavad nyckel",
        "frequency: ofta",
        "lanes: {a: {name: A, kind: medborgare}}",
        "legal_basis: [{ref: X, asof: 2026-01-01}]",
        "flow: [{task: A, judgement: kanske}]",
        "flow: [{task: A, unless: {timr: 3 weeks}}]",
        "flow: [{wait: A, branches: ja}]",
        "validated: {at: 2026-01-01, method: gissning}",
        "rules: {r: {says: X, limit: {a: 3}}}",
        "e_service: {identification: {level: hög}}",
        "deadlines: [{name: F, within: 3 weeks, frm: A}]",
    ],
)
def test_slips_that_a_schema_can_see(slip: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain(f"process: P\n{slip}"), schema("process"))


@pytest.mark.parametrize(
    ("kind", "slip"),
    [
        ("journey", "phases: [{phase: Före, zone: innan}]"),
        ("journey", "phases: [{phase: Före, steps: [{step: A, feel: 1}]}]"),
        ("journey", "phases: [{phase: Före, steps: [{step: A, touchpoints: [{mejl: p/a}]}]}]"),
        ("journey", "state: idag"),
        ("collaboration", "pools: {kommun: {proces: p}}"),
        ("variant", "changes: [{ändra: A}]"),
        ("catalogue", "personas: {a: {nam: A}}"),
    ],
)
def test_slips_in_other_documents(kind: str, slip: str) -> None:
    of = "\nof: x" if kind == "variant" else ""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain(f"{kind}: P{of}\n{slip}"), schema(kind))


DRAFTS = sorted((ROOT.parent / "shared" / "language").glob("*.yaml"))


@pytest.mark.skipif(not DRAFTS, reason="the drafts of the language are not beside this checkout")
def test_the_drafts_are_valid() -> None:
    for path in DRAFTS:
        for document in yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader):
            kind = next(iter(document))
            jsonschema.validate(document, schema(kind))


def test_every_key_is_explained_in_both_languages() -> None:
    for table in (PROCESS, CATALOGUE, *TABLES.values()):
        for key in table.rows.values():
            assert key.words("sv") and key.words("en") and key.words("sv") != key.words("en"), key.name
