"""FLW030 cannot-finish: a case can come to where it never gets any further."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving import proofs, stuck_places
from procmap.checks.words import WHO_LEADS, listing, performer
from procmap.graph.run_words import where
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, account in proofs(view):
        says = account.fault("option_to_complete")
        places = stuck_places(account) if says is not None else []
        if places:
            first, *others = (Ref(process.id, place.path) for place in places)
            yield hit(
                first,
                *others,
                says=says,
                where=listing(where(place) for place in places),
                role=performer(view, process, places[0].path),
            )


CHECK = Check(
    code="FLW030",
    name="cannot-finish",
    kind="error",
    message=Text(sv="Alla ärenden kan inte bli klara. {says}", en="Not every case can finish. {says}"),
    question=Text(
        sv="Vad händer med ärendet {where}, och vem märker att det står still?",
        en="What happens to the case {where}, and who notices that it stands still?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Där någon väntar på det som inte kommer blir ärendet liggande, och ingen ser det förrän den det gäller hör "
        "av sig.",
        en="Where someone waits for what does not come the case is left lying, and nobody sees it until whomever it "
        "concerns gets in touch.",
    ),
    source="van der Aalst m.fl., Soundness of workflow nets, Formal Aspects of Computing 23 (2011)",
    answers=("BPMN: deadlock",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - parallel: Granska
    branches:
      - - registrator: Kontrollera avgiften
          why: Avgiften ska vara betald innan beslutet fattas
          exceptions: {name: Fel belopp, kind: business, action: Ring}
      - - registrator: Är anmälan komplett?
          branches:
            ja:
            nej:
              - end: Ärendet är avskrivet
  - end: Verksamheten är registrerad
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Är anmälan komplett?
    branches:
      ja:
      nej:
        - end: Ärendet är avskrivet
  - registrator: Kontrollera avgiften
    why: Avgiften ska vara betald innan beslutet fattas
  - end: Verksamheten är registrerad
""",
    find=find,
)
