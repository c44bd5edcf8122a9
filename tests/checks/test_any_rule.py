"""Whatever rules, examples, answers and notes say, the checks that read them by their words say something readable."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.checks import catalogue
from procmap.checks.answers import implies
from procmap.checks.check import PACKS
from procmap.checks.contacts import mobile_number, personal_address
from procmap.checks.engine import check
from procmap.checks.identity_numbers import identity_number
from procmap.checks.naming import begins_vaguely, is_command, names_two, style
from procmap.checks.person_names import name_in, name_of_a_role
from procmap.checks.spans import said
from procmap.model.activity import Task
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Says, Unknown
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.quantity import Duration, Measure, Money
from procmap.model.resource import Lane
from procmap.model.rule import Case, Given, Limit, Rule
from procmap.text import LANGUAGES

OURS = [each.code for each in catalogue.load().checks if each.find.__module__.split(".")[2] in ("labels", "rules", "sharing")]
WORDS = st.sampled_from(
    [
        "", " ", "{a}", "högst {a}", "minst {a} eller {b}", "inte över {a}, och {b}", "}", "{", "ja", "nej", "inte ja",
        "500 m", "högst 500 m", "över 500 m", "1–5 st", "5-1", "ca 5 m", "under 6 månader", "1 000 kr", "skälig",
        "a och b", "a eller b", "Registrering", "Registrera och sänd", "Är det klart", "Hantera", "Anna Ek", "Anna",
        "850709-9805", "a@b.se", "anna@b.se", "\\\\a\\b", "lösenord: abc123x", "”a”", "%s {0}", "\N{NO-BREAK SPACE}",
    ]
)  # fmt: skip
OPEN: st.SearchStrategy[Any] = st.sampled_from(
    [None, Unknown(), Unknown("Anna"), NOT_APPLICABLE, Disputed((Says("Anna", "ja"), Says("Eva", Unknown())))]
)
VALUES = st.sampled_from([Duration(5, "d"), Duration(1, "weeks", about=True), Money(5), Measure(500, "m"), "taxan"])  # type: ignore[arg-type]
LIMITS = st.lists(
    st.builds(Limit, name=st.sampled_from(["a", "b"]), value=st.one_of(OPEN, VALUES), valid_until=st.sampled_from([None, "2020", "i fjol", ""])),
    max_size=2,
).map(tuple)  # fmt: skip
GIVEN = st.one_of(WORDS, st.lists(st.builds(Given, WORDS, WORDS), max_size=2).map(tuple))
CASES = st.lists(st.builds(Case, given=GIVEN, expect=st.one_of(OPEN, WORDS)), max_size=4).map(tuple)
RULES = st.builds(
    Rule, id=st.just("r"), name=st.one_of(OPEN, WORDS), says=st.one_of(OPEN, WORDS), limits=LIMITS, cases=CASES,
    deterministic=st.one_of(OPEN, st.booleans()), owner=st.one_of(OPEN, WORDS), valid_from=OPEN,
)  # fmt: skip
NAMES = st.one_of(OPEN, WORDS, st.builds(Translated, WORDS, WORDS))
ROLES = st.one_of(OPEN, st.sampled_from(["Anna", "Ecos", "Robot", "Handläggare {h}", Translated("Anna", "Anna")]))
KINDS = st.sampled_from(["person", "robot", "customer"])
WAYS = st.lists(st.tuples(NAMES, st.one_of(OPEN, WORDS), st.sampled_from(["a", "b"])), max_size=4)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RULES, NAMES, NAMES, WAYS, ROLES, KINDS, st.one_of(OPEN, WORDS))
def test_no_check_breaks(rule: Rule, first: Any, question: Any, ways: Any, role: Any, kind: Any, owner: Any) -> None:
    process = Process(
        id="p",
        owner=owner,
        rules=(rule,),
        lanes=(Lane(id="x", name=role, kind=kind),),
        nodes=(
            Task(id="a", name=first, lane="x", note="Anna Ek 850709-9805"),
            Task(id="b", name=question),
            Gateway(id="g", kind="exclusive", name=question, lane="x", rule=("r",)),
        ),
        flows=(
            SequenceFlow(id="f", source="a", target="g"),
            *(
                SequenceFlow(id=f"w{number}", source="g", target=target, name=name, condition=condition)
                for number, (name, condition, target) in enumerate(ways)
            ),
        ),
    )
    for packs in (PACKS, ("rpa",)):
        findings = check(ProcessMap(processes=(process,)), packs=packs, select=OURS, today=date(2026, 11, 23))
        for finding in findings:
            assert finding.code != "PRO001", finding.values["traceback"]
            for text in (finding.message, finding.question, finding.role):
                assert text is not None and all(text(language).strip() for language in LANGUAGES)
        assert check(ProcessMap(processes=(process,)), packs=packs, select=OURS, today=date(2026, 11, 23)) == findings


ENDLESS = ["a", "A", "Aa", " ", "1", "1 ", "x, ", "x och ", "+46 ", "07 ", "a@b.", "(", "lösenord", "http://", "\\"]
ENDLESS += ["Anna ", "${", "inte mer än ", "850709-", "\t\n", "10.", "högst "]


@pytest.mark.parametrize("word", ENDLESS)
def test_an_endless_text_is_read_and_is_nothing(word: str) -> None:
    text = word * 20_000
    assert [name_in(text), personal_address(text), said(text)] == [None, None, None]
    assert not mobile_number(text) and not identity_number(text)
    assert not any(reads(text) for reads in (is_command, names_two, begins_vaguely))
    assert style(text) != "question" and name_of_a_role(text) is None
    assert implies(text, text) is implies(text, f"{text} ")
