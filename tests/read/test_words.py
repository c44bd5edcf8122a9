"""What is called by a word or two may stand on one line, with commas between; a sentence keeps its commas."""

from __future__ import annotations

import pytest

from procmap.model.e_service import EService
from procmap.read.reading import read_text
from procmap.write.yaml import write_yaml


def service(line: str) -> EService:
    """The e-service with one line, which must be read without a finding and come back as it was."""
    reading = read_text(f"process: A\ne_service:\n  {line}\nflow:\n  - Gör\n")
    assert reading.findings == ()
    found = reading.map.processes[0].e_service
    assert isinstance(found, EService)
    assert read_text(write_yaml(reading.map).text).map == reading.map
    return found


@pytest.mark.parametrize("key", ["who_may_apply", "statuses", "delivery", "languages"])
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("brev", ("brev",)),
        ("brev, sms", ("brev", "sms")),
        ("brev,sms,", ("brev", "sms")),
        ("[brev, sms]", ("brev", "sms")),
        ('["brev, rekommenderat", sms]', ("brev, rekommenderat", "sms")),
        ('["brev, rekommenderat"]', ("brev, rekommenderat",)),
    ],
)
def test_words_are_parted_at_commas(key: str, written: str, read: tuple[str, ...]) -> None:
    assert getattr(service(f"{key}: {written}"), key) == read


def test_issuers_too() -> None:
    found = service("identification: {level: loa3, issuers: 'BankID, Freja'}").identification
    assert getattr(found, "issuers", None) == ("BankID", "Freja")


def test_sentences_keep_their_commas() -> None:
    reading = read_text("process: A\nbenefits: Snabbare, och lugnare\nflow:\n  - Gör\n")
    assert reading.map.processes[0].benefits == ("Snabbare, och lugnare",)
