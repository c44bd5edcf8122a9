"""Words of the team's own in a sentence on a terminal."""

from __future__ import annotations

import pytest

from procmap.graph.labels import quoted
from procmap.report.sentence import sentence
from procmap.text import LANGUAGES, Language, Text

LONG = "Gör det som ska göras, och " * 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_name_can_be_recognised_and_the_rest_is_said(language: Language) -> None:
    said = sentence(Text("Varför görs {name} nu?", "Why is {name} done now?").fill(name=quoted(LONG))(language))
    start, end = {"sv": ("Varför görs ”", "…” nu?"), "en": ("Why is “", "…” done now?")}[language]
    assert said.startswith(f"{start}Gör det som ska göras, och Gör det som ska göras, och Gör")
    assert said.endswith(end)
    assert len(said) < 150


WORDS = {
    "a name of a hundred letters": f"”{'x' * 100}” görs.",
    "several": "”Granska” och ”Besluta” görs.",
    "a mark that is not closed": "”Granska görs.",
    "no name": "Ingen har sagt varför.",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_what_is_short_stays(words: str) -> None:
    assert sentence(words) == words


def test_nothing_is_longer_than_it_must_be() -> None:
    assert len(sentence("x" * 5000)) == 2001
    assert len(sentence("”x” " * 5000)) == 2001
    assert sentence("a\n\t b\x1b[2J") == "a b␛[2J"
