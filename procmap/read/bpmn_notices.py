"""What the reader can say about a BPMN file (BPM001–BPM031): its references, arrows, lanes and diagrams.

What is said here the reader alone can see; once a map is made, an arrow that leads nowhere is only absent.
"""

from __future__ import annotations

from procmap.finding import Kind, Notice
from procmap.text import Text

__all__ = ["NOTICES"]

_SPEC = "OMG, BPMN 2.0.2 (2013-12)"


def _bpm(code: str, name: str, kind: Kind, sv: str, en: str, why_sv: str, why_en: str, where: str) -> Notice:
    source = f"{_SPEC}, {where}" if where else _SPEC
    return Notice(code=code, name=name, kind=kind, message=Text(sv, en), rationale=Text(why_sv, why_en), source=source)


# The file

NOT_BPMN = _bpm(
    "BPM001", "not-bpmn", "error",
    "Det här är {what}, inte BPMN 2.0. procmap läser filer vars yttersta element är definitions i namnrymden "
    "http://www.omg.org/spec/BPMN/20100524/MODEL.",
    "This is {what}, not BPMN 2.0. procmap reads files whose outermost element is definitions in the namespace "
    "http://www.omg.org/spec/BPMN/20100524/MODEL.",
    "En fil som nästan känns igen hoppas aldrig över i tysthet.",
    "A file that is nearly recognised is never passed over in silence.", "15",
)
NOTHING_IN_IT = _bpm(
    "BPM002", "bpmn-without-process", "gap",
    "Filen har varken någon process eller någon samverkan.",
    "There is neither a process nor a collaboration in the file.",
    "Det finns inget att kontrollera eller rita.", "There is nothing to check or draw.", "15",
)
KEPT_ASIDE = _bpm(
    "BPM003", "bpmn-kept-aside", "ask",
    "{What}: det läser procmap inte. Det som står där är kvar i filen som det är.",
    "{What}: procmap does not read this. What is said there is left in the file as it is.",
    "Inget hoppas över i tysthet.", "Nothing is passed over in silence.", "9, 11",
)
NO_SUCH_ELEMENT = _bpm(
    "BPM004", "no-element-of-bpmn", "error",
    "I BPMN finns inget <{name}> inuti <{around}>. Det lästes inte.",
    "In BPMN there is no <{name}> within <{around}>. It was not read.",
    "Ett felskrivet element skulle annars försvinna i tysthet.",
    "A misspelt element would vanish in silence otherwise.", "15",
)
# Ids and references

SAME_ID = _bpm(
    "BPM010", "id-used-twice", "error",
    "Id ”{id}” finns redan på rad {first} ({other}). Två element kan inte ha samma id: en hänvisning leder till det "
    "första.",
    "The id “{id}” stands already on line {first} ({other}). Two elements cannot have one id: a reference leads to the "
    "first.",
    "En hänvisning ska leda till exakt ett ställe.", "A reference shall lead to exactly one place.", "8.2.1",
)
BROKEN_REFERENCE = _bpm(
    "BPM011", "reference-broken", "error",
    "{What} pekar med {attribute} på ”{id}”, och något sådant finns inte i filen. Det ska vara {expected}.",
    "{What} points by {attribute} at “{id}”, and there is no such thing in the file. It shall be {expected}.",
    "Det som hänvisningen skulle säga går förlorat.", "What the reference was to say is lost.", "15",
)
WRONG_REFERENCE = _bpm(
    "BPM012", "reference-of-wrong-kind", "error",
    "{What} pekar med {attribute} på {other}. Det ska vara {expected}.",
    "{What} points by {attribute} at {other}. It shall be {expected}.",
    "En hänvisning till fel slags element betyder inget.", "A reference to the wrong kind of element means nothing.",
    "15",
)
OTHER_PROCESS = _bpm(
    "BPM013", "lane-holds-foreign-element", "error",
    "{What} räknar upp {other}, som hör till en annan process.",
    "{What} lists {other}, which belongs to another process.",
    "En bana delar in sin egen process.", "A lane divides its own process.", "10.8",
)
TWO_LANES = _bpm(
    "BPM014", "element-in-two-lanes", "risk",
    "{What} står i flera banor: {lanes}. Vem är det som gör det?",
    "{What} stands in several lanes: {lanes}. Who is it that does it?",
    "Står ett steg hos två vet ingen av dem om det är deras.",
    "Where a step stands with two, neither knows whether it is theirs.", "10.8",
)
SLASH_IN_ID = _bpm(
    "BPM015", "id-with-slash", "risk",
    "Id ”{id}” har ett snedstreck, som inte får stå i ett id. Här kallas det ”{other}”.",
    "The id “{id}” has a slash, which may not stand in an id. Here it is called “{other}”.",
    "Snedstreck skiljer en delprocess från det som är inuti den.",
    "A slash parts a subprocess from what is within it.", "15",
)
ID_NOT_ALLOWED = _bpm(
    "BPM016", "id-not-allowed", "risk",
    "Id ”{id}” är inte tillåtet: {fault}. {where}",
    "The id “{id}” is not allowed: {fault}. {where}",
    "Andra program utelämnar det elementet, eller tar inte emot filen.",
    "Other programs leave that element out, or do not accept the file.", "15",
)
PART_MISSING = _bpm(
    "BPM017", "needed-part-missing", "risk",
    "{What} saknar {part}, som standarden kräver.",
    "{What} lacks {part}, which the standard demands.",
    "Program som kontrollerar filen mot standardens schema tar inte emot den.",
    "Programs that check the file against the standard's schema do not accept it.", "15",
)
SEVERAL_TIMES = _bpm(
    "BPM018", "several-times", "risk",
    "{What} har flera tider. Bara en får stå: timeDate, timeDuration eller timeCycle.",
    "{What} has several times. Only one may stand: timeDate, timeDuration or timeCycle.",
    "Ingen vet vilken tid som gäller.", "Nobody knows which time holds.", "10.5.5",
)

# Arrows

LOOSE_ARROW = _bpm(
    "BPM020", "arrow-not-attached", "error",
    "{What} {side}. Dra varje lös ände till ett element, eller ta bort pilen.",
    "{What} {side}. Draw each loose end to an element, or take the arrow away.",
    "En pil som ser ut att sitta fast men inte gör det leder ingenstans.",
    "An arrow that looks attached and is not leads nowhere.", "8.4.13, 9.4",
)
LOOSE_LINE = _bpm(
    "BPM021", "association-not-attached", "risk",
    "{What} {side}. Dra varje lös ände till ett element, eller ta bort linjen.",
    "{What} {side}. Draw each loose end to an element, or take the line away.",
    "En anteckning som inte sitter fast handlar om vad som helst.",
    "A note that is not attached may be about anything.", "8.4.1",
)
ACROSS_POOLS = _bpm(
    "BPM022", "arrow-between-pools", "error",
    "Pilen går från {source} till {target}, i en annan process. Mellan deltagare skickas meddelanden: använd ett "
    "meddelandeflöde.",
    "The arrow goes from {source} to {target}, in another process. Between participants messages are sent: use a "
    "message flow.",
    "En process styr bara sina egna steg.", "A process governs its own steps alone.", "7.6.1",
)
ACROSS_BORDER = _bpm(
    "BPM023", "arrow-across-subprocess", "error",
    "Pilen går över kanten på en delprocess, från {source} till {target}. Dra den till eller från delprocessen.",
    "The arrow crosses the border of a subprocess, from {source} to {target}. Draw it to or from the subprocess.",
    "Arbetet i en delprocess börjar med dess start och slutar med dess slut.",
    "Work in a subprocess begins with its start and ends with its end.", "7.6.1",
)
NOT_ON_A_BORDER = _bpm(
    "BPM024", "boundary-event-attached-to-nothing", "error",
    "{What} sitter inte på något steg. Dra den till kanten på det steg som den gäller.",
    "{What} is attached to no step. Draw it to the border of the step that it is about.",
    "Kanthändelsen gäller bara medan ett visst steg pågår.",
    "A boundary event holds only while a certain step is under way.", "10.5.4",
)
ATTACHED_ELSEWHERE = _bpm(
    "BPM025", "boundary-event-attached-elsewhere", "error",
    "{What} sitter på {host}, som står i en annan del av processen.",
    "{What} is attached to {host}, which stands in another part of the process.",
    "Kanthändelsen och dess steg hör till samma nivå.", "A boundary event and its step are on one level.", "10.5.4",
)
NOT_ITS_DEFAULT = _bpm(
    "BPM026", "default-not-its-own", "error",
    "{What} har {flow} som standardväg, men den pilen börjar inte där.",
    "{What} has {flow} as its default, but that arrow does not start there.",
    "Standardvägen är en av dem som går ut.", "The default is one of those that lead out.", "10.6, 13.3",
)
LISTS_DISAGREE = _bpm(
    "BPM027", "arrow-lists-disagree", "risk",
    "{What} räknar upp {flow} under {side}, men den pilen {fact} {other}. Pilarnas egna ändar gäller.",
    "{What} lists {flow} under {side}, but that arrow {fact} {other}. The arrows' own ends hold.",
    "Program som läser listorna ser en annan process än de som läser pilarna.",
    "Programs that read the lists see another process than those that read the arrows.", "8.4.13",
)
LISTS_NOTHING = _bpm(
    "BPM028", "arrow-list-broken", "risk",
    "{What} räknar upp ”{flow}” under {side}, och någon sådan pil finns inte.",
    "{What} lists “{flow}” under {side}, and there is no such arrow.",
    "Program som läser listorna ser en annan process än de som läser pilarna.",
    "Programs that read the lists see another process than those that read the arrows.", "8.4.13",
)

# Diagrams

SHOWS_NOTHING = _bpm(
    "BPM029", "shape-shows-nothing", "risk",
    "{What} i diagrammet visar inget: bpmnElement {why}.",
    "{What} in the diagram shows nothing: bpmnElement {why}.",
    "Det som syns i bilden finns inte i modellen.", "What the picture shows is not in the model.", "12.2",
)
DRAWN_TWICE = _bpm(
    "BPM030", "element-drawn-twice", "risk",
    "{What} har ritats två gånger i samma diagram, först på rad {first}.",
    "{What} is drawn twice in one diagram, first on line {first}.",
    "Den ena kan bli kvar när den andra flyttas eller tas bort.",
    "One may be left when the other is moved or removed.", "12.2",
)

# Beyond the file

CALLS_ONE_OF_SEVERAL = _bpm(
    "BPM031", "called-process-in-several-files", "risk",
    "{Call} går till ”{id}”, och en process med det id:t finns i flera filer: {paths}. Ge dem olika id.",
    "{Call} goes to “{id}”, and a process of that id is in several files: {paths}. Give them different ids.",
    "En hänvisning ska leda till exakt ett ställe.", "A reference shall lead to exactly one place.", "10.3.6",
)

LEFT_OUT = _bpm(
    "BPM032", "id-on-very-many", "error",
    "{count} element har samma id, ”{id}”. Bara de {most} första lästes, så resten av filen kan vara felläst. "
    "Exportera filen på nytt ur programmet som den är ritad i.",
    "{count} elements have the same id, “{id}”. Only the first {most} were read, so that the rest of the file may be "
    "misread. Export the file anew from the program that it was drawn in.",
    "En fil där så många heter likadant kommer ur ett trasigt program.",
    "A file in which so many are called the same comes out of a broken program.", "8.2.1",
)
VALUE_UNKNOWN = _bpm(
    "BPM033", "value-not-of-bpmn", "error",
    "{What} har ”{value}” som {attribute}, och det är inget värde i BPMN. {hint} Det lästes som om det inte stod "
    "där.",
    "{What} has “{value}” as {attribute}, which is no value of BPMN. {hint} It was read as if it were not there.",
    "Andra program läser värdet på sitt eget sätt, eller vägrar att läsa filen.",
    "Other programs read the value in a way of their own, or refuse to read the file.", "15",
)

NOTICES: tuple[Notice, ...] = tuple(each for each in list(globals().values()) if isinstance(each, Notice))
"""Everything the reader can say about BPMN, in the order of the codes."""
