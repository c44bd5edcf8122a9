"""What documents refer to in a catalogue: their own goes before, and what one document lists is no other's."""

from __future__ import annotations

from pathlib import Path

from procmap.graph.view import View
from procmap.read.reading import read

CATALOGUE = """\
catalogue: Gemensamt
lanes: {reg: Registrator, hl: Handläggare}
systems: {diariet: Diariet, ecos: Ecos}
rules: {komplett: {name: Komplett, says: Allt är ifyllt}}
"""
OWN = """\
process: Tillsyn
id: tillsyn
lanes: {hl: Inspektör}
systems: {ecos: {name: Ecos 2}}
flow:
  - hl: Granska anmälan
    system: Ecos 2
  - Registrator: Registrera beslutet
    system: Diariet
    rule: komplett
"""
OTHER = """\
process: Bygglov
id: bygglov
flow:
  - Handläggare: Granska ansökan
    system: Ecos
  - Inspektör: Titta på plats
    system: Ecos 2
  - Registratr: Arkivera
"""


def test_own_entries_go_before_those_of_the_catalogue(tmp_path: Path) -> None:
    for name, text in {"katalog": CATALOGUE, "tillsyn": OWN, "bygglov": OTHER}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    reading = read(tmp_path)
    assert reading.findings == ()
    steps = {
        process.id: [(node.lane, node.system) for node in process.nodes if hasattr(node, "system") and node.name]
        for process in reading.map.processes
    }
    assert steps == {
        "bygglov": [("hl", ("ecos",)), ("inspektor", ("ecos-2",)), ("registratr", None)],
        "tillsyn": [("hl", ("ecos",)), ("reg", ("diariet",))],
    }
    view = View(reading.map)
    own, other = (reading.map.process(id) for id in ("tillsyn", "bygglov"))
    called = [(lane.name, system[1].name, str(system[0])) for process in (own, other)
              if (lane := view.lane(process, "hl")) and (system := view.system(process, "ecos"))]  # fmt: skip
    assert called == [
        ("Inspektör", "Ecos 2", "tillsyn/systems/ecos"),
        ("Handläggare", "Ecos", "gemensamt/systems/ecos"),
    ]
    found = view.rule(own, "komplett")
    assert found is not None and str(found[0]) == "gemensamt/rules/komplett"
