"""The words by which a name is told to be work, a thing or a question, in Swedish and English.

Short lists of what municipalities write, not a grammar: a word that can be both work and a thing (``Besök``, ``Order``,
``Review``) stands in neither, so that nothing is said where nothing can be told.
"""

from __future__ import annotations

__all__ = [
    "ADJECTIVES",
    "CONTACTS",
    "ENGLISH_FIRST",
    "ENGLISH_VERBS",
    "FINITE",
    "NO_COMMANDS",
    "NO_THINGS",
    "PREPOSITIONS",
    "QUESTION_WORDS",
    "SWEDISH_VERBS",
    "TALKS",
    "THINGS",
    "THING_TAILS",
    "VAGUE",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(words: str) -> frozenset[str]:
    """Imperative, infinitive and present of Swedish verbs; a word alone is one whose imperative ends in ``a``."""
    found: set[str] = set()
    for word in words.split():
        imperative, _, others = word.partition("/")
        infinitive, _, present = others.partition("/")
        found.update((imperative, infinitive or imperative, present or f"{imperative}r"))
    return frozenset(found)


SWEDISH_VERBS = _forms(
    """
    anlita anmäl/anmäla/anmäler anordna anpassa ansök/ansöka/ansöker använd/använda/använder avgör/avgöra/avgör
    avskriv/avskriva/avskriver avsluta avslå/avslå/avslår avsätta/avsätta/avsätter avvakta avvisa be/be/ber
    bedöm/bedöma/bedömer befria begär/begära/begär behandla bekräfta bered/bereda/bereder beräkna berätta
    beskriv/beskriva/beskriver besluta beställ/beställa/beställer bestäm/bestämma/bestämmer besvara betala
    bevaka bevilja bifoga bjud/bjuda/bjuder boka bygg/bygga/bygger dela diarieför/diarieföra/diarieför
    dra/dra/drar erbjud/erbjuda/erbjuder ersätt/ersätta/ersätter expediera fatta flytta fråga fyll/fylla/fyller
    följ/följa/följer för/föra/för förbered/förbereda/förbereder fördela förelägg/förelägga/förelägger
    föreslå/föreslå/föreslår förhandla förklara förläng/förlänga/förlänger förmedla förtydliga gallra ge/ge/ger
    genomför/genomföra/genomför godkänn/godkänna/godkänner granska gör/göra/gör handlägg/handlägga/handlägger
    hantera hjälp/hjälpa/hjälper hämta hänvisa håll/hålla/håller hör/höra/hör informera inhämta
    inled/inleda/inleder inspektera intervjua invänta justera jämför/jämföra/jämför kalla
    klassa kommunicera komplettera kontakta kontrollera koppla korrigera kungör/kungöra/kungör kvittera köa
    ladda lagra leta logga lyft/lyfta/lyfter lägg/lägga/lägger lämna läs/läsa/läser makulera markera mata matcha
    meddela mejla motivera notera ompröva ordna placera planera posta prioritera pröva publicera
    påminn/påminna/påminner rapportera redovisa registrera remittera ring/ringa/ringer rita räkna rätta samla
    sammankalla sammanställ/sammanställa/sammanställer samordna scanna se/se/ser signera skanna skapa skicka
    skriv/skriva/skriver sortera spara spärra starta stäm/stämma/stämmer stäng/stänga/stänger svara
    säkerställ/säkerställa/säkerställer sänd/sända/sänder sätt/sätta/sätter sök/söka/söker ta/ta/tar tacka testa
    tilldela tillstyrk/tillstyrka/tillstyrker träffa underrätta undersök/undersöka/undersöker underteckna
    uppdatera upphäv/upphäva/upphäver upprätta utbetala utforma utfärda utred/utreda/utreder utse/utse/utser
    utvärdera validera verifiera verkställ/verkställa/verkställer vidarebefordra visa välj/välja/väljer vänta
    värdera återbetala återkalla återkoppla åtgärda öppna överför/överföra/överför överklaga överlämna
    översänd/översända/översänder övervaka
    """
)
"""What Swedish steps are called by, besides the verbs in -era."""

ENGLISH_VERBS = _set(
    """
    accept acknowledge add adjust advise allocate announce answer apply approve arrange ask assess assign attach
    authorise authorize book calculate check choose clean classify clarify close collect compare compile complete
    compute conduct confirm consider contact convene correct create decide decline define deliver deny describe
    determine discuss dispatch distribute draft enter establish evaluate examine execute explain extract fetch fill
    find gather generate get give handle hear identify implement inform initiate inspect invite invoke issue keep log
    look make manage mark measure meet modify notify obtain open pay perform pick place post prepare present print
    prioritise prioritize propose provide publish put read receive recommend reject remind remove reply respond
    retrieve return route save scan schedule search select send set settle sign start stop submit take tell terminate
    update upload validate verify wait write
    """
)
"""What English steps are called by."""

ENGLISH_FIRST = ENGLISH_VERBS - _set(
    "answer book check close contact draft fill handle issue log look mark open place post present print read return "
    "route save scan schedule search set sign start stop take update upload wait find correct complete invite measure "
    "invoke pick pay put process give get make add keep hear"
)
"""Those that are never a thing, nor a word that describes one: ``Correct address given`` is no work."""

NO_COMMANDS = _set(
    "bygg be dela för fråga kalla ordna rita rätta se spara svara tacka visa öppna"
)
"""Work that could as well be a thing, or what a thing is like: *Öppna ärenden*, *Fråga besvarad*."""

QUESTION_WORDS = _set(
    "är finns kan ska skall behövs krävs blev räcker saknas måste is are does can should was were did will must"
)
"""What only a question begins with; ``Har``, ``Får`` and ``Går`` can begin what somebody does."""

PREPOSITIONS = _set(
    "om av för till från med mot enligt inför efter hos på vid i utifrån via gällande avseende angående kring mellan "
    "of from to by regarding"
)

ADJECTIVES = _set(
    """
    allmän andra automatisk avslutande digital ekonomisk ev eventuell extern formell fortsatt fysisk fördjupad förenklad
    första individuell inledande intern juridisk kompletterande lokal löpande manuell medicinsk muntlig ny preliminär
    rättslig saklig skriftlig slutlig social språklig teknisk tredje utökad årlig övergripande
    automatic external final financial first formal initial internal legal manual new preliminary second technical
    """
)
"""What may stand before a thing without making it more of an act."""

THINGS = _set(
    """
    ansökan anmälan återansökan begäran förfrågan inbjudan överklagan
    analys ankomst avslag avslut avtal beslut besked bifall brev dialog dokument faktura förslag inköp intag kontroll
    kontrakt kvitto mejl möte protokoll rapport remiss samtal samtycke samverkan svar tillsyn tillstånd
    tjänsteskrivelse uppdrag uppstart utskick utskrift återbud
    approval
    """
)
"""Things and events that are nobody's work by their name alone, where the ending does not tell."""

THING_TAILS = (
    "ing", "ingen", "else", "elsen", "tion", "tionen", "sion", "ande", "ende", "ment", "ansökan", "anmälan", "begäran",
    "beslut", "besked", "besök", "brev", "kontroll", "möte", "protokoll", "rapport", "remiss", "samråd", "samtal",
    "analys", "tillsyn", "utskick",
)  # fmt: skip
"""How words end that name an act as a thing: *Registrering*, *Bekräftelse*, *Inspektion*, *Hembesök*."""

NO_THINGS = _set(
    """
    ring spring återring bring sing ping string king bygg besök samråd sänd återsänd insänd
    mention question position auction caution condition petition transition commission provision function
    implement document supplement complement comment segment augment experiment ferment torment
    väntan väntande
    """
)
"""Words that end so and are work, or can be; and waiting, which is no step."""

FINITE = _set(
    "är blir blev sker kommer inkommer inkommit inkommen finns har ska skall kan pågår påbörjas klar klart klara "
    "färdig görs upphör is are was has"
)
"""What makes a sentence of a name: somebody tells what happens, and no thing is named."""

VAGUE = _set(
    "hantera hanterar handlägg handlägga handlägger administrera administrerar bearbeta bearbetar sköt sköta sköter "
    "åtgärda åtgärdar behandla behandlar handle manage administer process"
)
"""Work by its name, and still nobody could do it from that."""

CONTACTS = _set("ring ringa ringer mejla mejlar maila mailar kontakta kontaktar call phone email contact")
TALKS = _set(
    "fråga frågar förklara förklarar berätta berättar påminn påminna påminner boka bokar bekräfta bekräftar be ber "
    "tacka tackar ask explain tell remind"
)
"""*Ring och fråga* is one act: what one gets hold of somebody for."""
