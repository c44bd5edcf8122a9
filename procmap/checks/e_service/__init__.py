"""What has to be settled before an e-service is built: for whom, how they show who they are, what is asked, what then.

Asked of each process with a block ``e_service``, see ``procmap.graph.e_services``. Where a process has none, that is
all that is said: nothing-said-of-the-e-service lists what to settle first, and no check asks about single attributes.
What stands in the process itself is asked about either way: what it rests on, its deadlines, its decisions and what is
kept, see ``procmap.graph.decisions``.
"""

from procmap.text import Text

__all__ = ["LEFT_OUT"]

LEFT_OUT: dict[str, Text] = {
    "ESV-037": Text(
        sv="Vad man får veta innan man börjar fylla i står i resans steg före, som JRN004 frågar efter när de inte "
        "finns. Att ett svar inte leder någonstans syns i flödet, och där frågar FLW om det.",
        en="What one learns before one starts to fill in stands in the steps of the journey before, which JRN004 asks "
        "for where there are none. That an answer leads nowhere shows in the flow, and FLW asks about it there.",
    ),
    "ESV-071": Text(
        sv="Vem som beslutar, och hur man får veta det, frågas redan (KNO026 och JRN050). Vad som står i den handling "
        "som visar beslutet syns i den, inte i en karta över arbetet.",
        en="Who decides, and how one learns of it, is asked already (KNO026 and JRN050). What stands in the document "
        "that shows the decision is seen there, and not in a map of the work.",
    ),
    "ESV-092": Text(
        sv="Vilka leverantörer som behandlar personuppgifter åt kommunen, och vilka avtal som finns, står i kommunens "
        "register över behandlingar. En karta har ingen plats för avtal, och frågan skulle stå kvar för alltid.",
        en="Which suppliers process personal data for the municipality, and which agreements there are, stands in its "
        "record of processing. A map has no place for agreements, and the question would stay for ever.",
    ),
    "ESV-096": Text(
        sv="Varje kommun avgör själv vilka av dess förfaranden som hör till EU:s gemensamma digitala ingång. Det "
        "följer av förordning (EU) 2018/1724, bilaga II, och inte av något som står i en karta.",
        en="Each municipality settles itself which of its procedures belong to the EU's single digital gateway. That "
        "follows from annex II of regulation (EU) 2018/1724, and from nothing that a map says.",
    ),
}
