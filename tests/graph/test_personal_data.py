"""What is said of personal data, and where it is to be written."""

from __future__ import annotations

import pytest

from procmap.graph.personal_data import personal_data
from procmap.read.reading import read_text

SAID = {
    "": (None, "p.e_service.gdpr.dpia"),
    "e_service: {target_group: alla}\n": (None, "p.e_service.gdpr.dpia"),
    "e_service: {gdpr: {purpose: Kontroll}}\n": ("Kontroll", "p.e_service.gdpr.dpia"),
    'e_service: {gdpr: "??"}\n': (None, "p.e_service.gdpr.dpia"),
    "gdpr: {purpose: Arkiv}\n": ("Arkiv", "p.gdpr.dpia"),
    "gdpr: {purpose: Arkiv}\ne_service: {gdpr: {purpose: Kontroll}}\n": ("Kontroll", "p.e_service.gdpr.dpia"),
    "gdpr: {purpose: Arkiv}\ne_service: {target_group: alla}\n": ("Arkiv", "p.gdpr.dpia"),
    "gdpr: n/a\n": (None, None),
    "e_service: {gdpr: n/a}\n": (None, None),
}


@pytest.mark.parametrize("keys", SAID)
def test_the_e_service_goes_before_the_process(keys: str) -> None:
    (process,) = read_text(f"process: P\n{keys}flow:\n  - Handläggare: Arbeta\n").map.processes
    said, place = personal_data(process)
    assert (said.purpose if said else None, str(place("dpia")) if place else None) == SAID[keys]
