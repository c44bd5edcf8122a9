"""ESV008 nobody-to-use-it: it does not show of any process whom an e-service would be for."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.e_services import for_nobody
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One finding for the whole map; what follows from the answer is not asked before."""
    refs = [Ref(process.id) for process in for_nobody(view)]
    if refs:
        yield hit(*refs, processes=listing(view.label(ref) for ref in refs))


CHECK = Check(
    code="ESV008",
    name="nobody-to-use-it",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det syns inte i {processes} vem en e-tjänst skulle vara till för: ingen utanför verksamheten är med.",
        en="It does not show in {processes} whom an e-service would be for: nobody from outside takes part.",
    ),
    question=Text(
        sv="Vem skulle använda en e-tjänst för {processes}, eller är det en annan process som ska bli e-tjänst?",
        en="Who would use an e-service for {processes}, or is it another process that is to become one?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En e-tjänst har någon som använder den. Skriv med den rollen, med det som den gör eller får, eller beskriv "
        "tjänsten under e_service; då frågas resten. Ska det inte bli någon e-tjänst av processen, skriv e_service: "
        "n/a.",
        en="An e-service has somebody who uses it. Write that role, with what it does or gets, or describe the service "
        "under e_service; then the rest is asked. Where the process is not to become an e-service, write e_service: "
        "n/a.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
customer:
e_service:
lanes:
  registrator: Registrator
flow:
  - start: Året är slut
  - registrator: Lämna akterna till arkivet
    why: De ska finnas kvar
    exceptions: {name: Arkivet är fullt, kind: business, action: Vänta en månad}
""",
    good="""\
customer:
e_service: n/a
lanes:
  registrator: Registrator
flow:
  - start: Året är slut
  - registrator: Lämna akterna till arkivet
    why: De ska finnas kvar
    exceptions: {name: Arkivet är fullt, kind: business, action: Vänta en månad}
""",
    find=find,
)
