"""FLW031 end-reached-twice: the same case comes to one of its ends and then comes there again."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.proving import behind, proofs
from procmap.checks.words import WHO_LEADS
from procmap.graph.soundness_words import Account
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, account in proofs(view):
        says = account.fault("proper_completion")
        if says is None:
            continue
        told = _after_what_is_doubled(account)
        for place in account.places(account.proven.elements.get("proper_completion", ())):
            if place.path not in told:
                ref = Ref(process.id, place.path)
                yield hit(ref, says=says, end=view.label(ref))


def _after_what_is_doubled(account: Account) -> set[str]:
    """What follows on work that is done twice comes twice as well, and FLW033 says why."""
    doubled = [found for path in account.proven.elements.get("safeness", ()) if (found := account.flow(path))]
    places = [place for place, _ in doubled]
    return behind(account, places) | {place.path for place in places}


CHECK = Check(
    code="FLW031",
    name="end-reached-twice",
    kind="risk",
    message=Text(sv="Ett ärende kan ta slut mer än en gång. {says}", en="A case can end more than once. {says}"),
    question=Text(
        sv="Ska samma ärende kunna nå {end} två gånger, eller ska vägarna dit vänta in varandra först?",
        en="Is the same case to reach {end} twice, or shall the ways there wait for each other first?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det som görs när ett ärende är klart, som att skicka beslutet, görs annars två gånger för samma ärende.",
        en="What is done when a case is finished, such as sending the decision, is else done twice for one case.",
    ),
    source="van der Aalst m.fl., Soundness of workflow nets, Formal Aspects of Computing 23 (2011)",
    bad="""\
flow:
  - start: Anmälan inkommer
  - parallel: Avsluta
    branches:
      - - registrator: Meddela beslutet
          why: Företagaren ska få veta
          exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
        - end: Ärendet är avslutat
      - - registrator: Debitera avgiften
          why: Kontrollen betalas av den som kontrolleras
        - end: Ärendet är avslutat
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - parallel: Avsluta
    branches:
      - - registrator: Meddela beslutet
          why: Företagaren ska få veta
          exceptions: {name: Brevet kommer tillbaka, kind: business, action: Ring}
      - - registrator: Debitera avgiften
          why: Kontrollen betalas av den som kontrolleras
  - end: Ärendet är avslutat
""",
    find=find,
)
