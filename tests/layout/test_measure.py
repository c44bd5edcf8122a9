"""Text is as wide as Open Sans says, and lines hold what they are given."""

from __future__ import annotations

import runpy
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from procmap.layout import widths
from procmap.layout.compound_words import SHORT
from procmap.layout.compounds import joints
from procmap.layout.measure import narrowest, width, wrap

HERE = Path(__file__).parent
HOSTILE: tuple[str, ...] = runpy.run_path(str(HERE.parent / "hostile.py"))["HOSTILE"]

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.text(alphabet="abdeginorstuvåäö -/\u00ad", max_size=80),
)


def test_the_table_is_what_the_script_makes_of_the_font() -> None:
    pytest.importorskip("fontTools", reason="fonttools is not installed")
    pytest.importorskip("fontpkg_open_sans", reason="fontpkg-open-sans is not installed")
    made = runpy.run_path(str(HERE / "make_widths.py"))["module"]()
    assert Path(str(widths.__file__)).read_text(encoding="utf-8") == made


def test_widths_are_sums_of_advances() -> None:
    assert width("a", 2048) == 1138  # as the font's hmtx table has it
    assert width("Är", 10) == pytest.approx(width("Ä", 10) + width("r", 10))
    assert width("åäöÅÄÖ", 10) == pytest.approx(width("aaoAAO", 10))
    assert width("Besluta", 14, bold=True) > width("Besluta", 14)
    assert width("", 14) == 0


@pytest.mark.parametrize(
    ("character", "ems"),
    [("日", 1.0), ("\u0308", 0.0), ("\u200d", 0.0), ("\x07", 0.0), ("Ж", 0.65), ("😀", 1.0)],
)
def test_what_the_font_lacks_has_a_sane_width(character: str, ems: float) -> None:
    assert width(character, 100) == pytest.approx(100 * ems)


CUT = {
    "Nämndsammanträdesprotokoll": (136, ["Nämnd-", "sammanträdes-", "protokoll"]),
    "Överklagandehänvisningen": (136, ["Överklagande-", "hänvisningen"]),
    "Livsmedelsföretagare": (136, ["Livsmedels-", "företagare"]),
    "Bygglovshandläggare": (100, ["Bygglovs-", "handläggare"]),
    "Livsmedelsinspektör": (100, ["Livsmedels-", "inspektör"]),
    "handläggningstid": (100, ["handläggnings-", "tid"]),
    "Parkeringstillstånd": (100, ["Parkerings-", "tillstånd"]),
    "rörelsehindrade": (100, ["rörelse-", "hindrade"]),
    "Livsmedelskontrollmyndigheten": (100, ["Livsmedels-", "kontroll-", "myndigheten"]),
    "Serveringstillståndsansökningar": (100, ["Serverings-", "tillstånds-", "ansökningar"]),
    "Barnomsorgsplaceringsunderlag": (136, ["Barnomsorgs-", "placeringsunderlag"]),
    "be\u00adsluts\u00adunderlag": (72, ["besluts-", "underlag"]),
    "Kommunövergripande": (100, ["Kommun-", "övergripande"]),
}

JOINED = """
anslags·tavla arkiv·förteckningen barn·konventionen berörings·punkt besluts·förslag bistånds·handläggare bygglovs·ansökan
bygglovs·handläggare byggnads·inspektör byggnads·nämnden data·modellering delegations·ordningen diarie·föring
digital·brevlåda dokument·hanterings·plan enbostads·hus exempel·beloppen fasad·ritning firma·tecknare folk·bokföringen
försäkrings·kassan förenings·bidrag föräldra·ledigheten förvaltnings·chefen genomlopps·tid gång·sträcka handlings·typ
handläggnings·tid informations·klassning instrument·brädan klassificerings·struktur kommun·juristen
kommun·fullmäktige konsekvens·bedömning kontroll·ansvarig kontroll·besöket livsmedels·inspektör läns·styrelsen
medarbetar·samtal myndighets·utövning norm·beräkning nämnd·sekreterare nämnd·sammanträde parkerings·tillstånd
person·uppgifts·ansvarig placerings·assistent placerings·erbjudande process·ägare process·ledare remiss·instanserna
rivnings·lov räddnings·tjänsten rätts·säkerhet samordnings·nummer serverings·tillstånd skol·skjuts smärt·punkter
social·tjänst·lagen system·förvaltare säkerhets·klass tillgänglighets·redogörelse tjänste·skrivelse trafik·förordningen
upphandlings·avdelningen utbetalnings·system verksamhets·information villa·ägaren vård·central vårdnads·havare
ärende·handläggning ärende·status åter·ansökan överklagande·hänvisningen överklagande·tiden
"""


@pytest.mark.parametrize("word", JOINED.split())
def test_words_of_a_municipality_are_cut_where_a_swede_would(word: str) -> None:
    whole = word.replace("·", "")
    for room in range(int(max(width(f"{part}-", 14) for part in word.split("·"))) + 1, int(width(whole, 14)), 6):
        lines = [line.removesuffix("-") for line in wrap(whole, 14, room)]
        assert "".join(lines) == whole
        ends = {sum(map(len, word.split("·")[: count + 1])) for count in range(len(word.split("·")))}
        found = {sum(map(len, lines[: count + 1])) for count in range(len(lines))}
        assert found <= ends, f"{lines} at {room}"


WHOLE = "ansvarig bekräftelse beskrivning förslag inspektör känslighet mottagare registrator underrättelse utbildning"


@pytest.mark.parametrize("word", WHOLE.split())
def test_words_that_are_no_compounds_are_not_cut_as_if_they_were(word: str) -> None:
    assert joints(word) == frozenset()


@pytest.mark.parametrize("word", CUT)
def test_compounds_are_cut_where_they_are_joined(word: str) -> None:
    room, lines = CUT[word]
    assert wrap(word, 14, room) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Registrera anmälan", ["Registrera", "anmälan"]),
        ("och/eller", ["och/eller"]),
        ("Telefon/kontaktcenter", ["Telefon/", "kontaktcenter"]),
        ("IT-avdelningen svarar", ["IT-avdelningen", "svarar"]),
        ("E-tjänsten svarar på", ["E-tjänsten", "svarar på"]),
        ("  två  ord\n ", ["två ord"]),
        ("trettio två\u00a0trettiotre", ["trettio", "två\u00a0trettiotre"]),
        (" \t\n", []),
        ("", []),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert wrap(text, 14, 104) == lines


@given(texts, st.floats(14, 300), st.booleans())
@example("a" * 50, 1.0, True)
@example("0\xad-0", 14.0, False)
def test_no_character_is_lost_and_none_but_hyphens_at_line_ends_are_added(
    text: str, room: float, balance: bool
) -> None:
    lines = wrap(text, 14, room, balance=balance)
    wanted = [c for c in text if c not in " \t\n\r\f\v\x85\u2028\u2029\u200b\u00ad"]
    for line in lines:
        body = [c for c in line if c != " "]
        for place, character in enumerate(body):
            if wanted[:1] == [character]:
                wanted.pop(0)
            else:
                assert (character, place) == ("-", len(body) - 1)
    assert wanted == []


@given(texts, st.floats(20, 300), st.booleans())
def test_every_line_fits_unless_it_is_a_single_sign(text: str, room: float, bold: bool) -> None:
    for line in wrap(text, 14, room, bold):
        assert width(line, 14, bold) <= room + 1e-6 or len(line.rstrip("-")) <= 1


@given(texts, st.floats(40, 300))
def test_balancing_adds_no_line(text: str, room: float) -> None:
    assert len(wrap(text, 14, room, balance=True)) == len(wrap(text, 14, room))


@given(st.text(alphabet="abdefghijklmnoprstuvyåäö", min_size=8, max_size=40), st.floats(90, 200))
def test_a_cut_leaves_four_letters_or_a_word_and_no_double_vowel_parted(word: str, room: float) -> None:
    lines = wrap(word, 14, room)
    for line, following in pairwise(lines):
        head, rest = line.removesuffix("-"), following.removesuffix("-")
        assert len(head) >= 4
        if word.endswith(rest) and len(lines) == 2:
            assert len(rest) >= 4 or rest in SHORT
            assert not (head[-1] == rest[0] and head[-1] in "aeiouyåäö")


@given(texts, st.floats(20, 300))
def test_a_text_whose_longest_word_fits_is_not_cut(text: str, room: float) -> None:
    if narrowest(text, 14) <= room:
        joined = "".join(wrap(text, 14, room)).replace(" ", "")
        assert joined.replace("-", "") == "".join(
            c for c in text if c not in " \t\n\r\f\v\x85\u2028\u2029\u200b\u00ad-"
        )


def test_a_very_long_word_is_wrapped_at_once() -> None:
    assert len(wrap("å" * 100_000, 14, 136)) > 1000
