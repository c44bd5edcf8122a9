"""What the reader can say about documents, keys, values, references and flow (DOC030 and up)."""

from __future__ import annotations

from procmap.finding import Kind, Notice
from procmap.source.notices import NOTICES as TEXT_NOTICES
from procmap.source.notices import notice

__all__ = ["NOTICES"]

_HERE = "procmap, språket / the map language (README)"


def _doc(code: str, name: str, kind: Kind, sv: str, en: str, why_sv: str, why_en: str) -> Notice:
    return notice(code, name, kind, sv, en, (why_sv, why_en), _HERE)


# Documents

UNKNOWN_DOCUMENT = _doc(
    "DOC030", "unknown-document", "error",
    "Första nyckeln ska säga vad dokumentet är. ”{key}” känner procmap inte till; menar du ”{guess}”?",
    "The first key shall say what the document is. procmap does not know “{key}”; do you mean “{guess}”?",
    "Ett dokument som nästan känns igen hoppas aldrig över i tysthet.",
    "A document that is nearly recognised is never passed over in silence.",
)
NO_DOCUMENT = _doc(
    "DOC031", "no-document-key", "error",
    "Här finns inget som säger vad dokumentet är. Börja filen med ”process: ” och processens namn.",
    "Nothing here says what the document is. Start the file with “process: ” and the name of the process.",
    "Den första nyckeln säger vad dokumentet är, och dess värde är namnet.",
    "The first key says what the document is, and its value is the name.",
)
KIND_NOT_FIRST = _doc(
    "DOC032", "document-key-not-first", "error",
    "”{key}” säger vad dokumentet är och ska stå först. Flytta upp raden.",
    "“{key}” says what the document is and shall stand first. Move the line up.",
    "Den som öppnar filen ska direkt se vad den är.", "Whoever opens the file shall see at once what it is.",
)
NO_NAME = _doc(
    "DOC033", "document-without-name", "error",
    "Vad heter den? Skriv ett namn efter ”{key}:”.",
    "What is it called? Write a name after “{key}:”.",
    "Namnet är det andra hänvisar till.", "The name is what others refer to.",
)
SAME_DOCUMENT = _doc(
    "DOC034", "two-documents-one-id", "error",
    "”{id}” finns också i {other}, och hänvisningen hit kan gälla vilken som helst. Ge en av dem ett eget id, "
    "till exempel id: {id}-2.",
    "“{id}” is also in {other}, and the reference to it could mean either. Give one of them an id of its own, "
    "for example id: {id}-2.",
    "En hänvisning ska leda till exakt ett ställe.", "A reference shall lead to exactly one place.",
)
NOT_READ = _doc(
    "DOC035", "document-not-read-yet", "ask",
    "Det här är en {kind}. Sådana läser procmap inte än; den är kvar som den är.",
    "This is a {kind}. procmap does not read those yet; it is left as it is.",
    "Inget hoppas över i tysthet.", "Nothing is passed over in silence.",
)
EMPTY_FILE = _doc(
    "DOC036", "empty-file", "error",
    "Filen är tom. Börja med ”process: ” och processens namn, eller kör procmap init.",
    "The file is empty. Start with “process: ” and the name of the process, or run procmap init.",
    "En tom fil är oftast en som inte blev sparad.", "An empty file is mostly one that was not saved.",
)

# Keys

UNKNOWN_KEY = _doc(
    "DOC040", "unknown-key", "error",
    "”{key}” är ingen nyckel här. Menar du ”{guess}”?",
    "“{key}” is no key here. Do you mean “{guess}”?",
    "En felstavad nyckel skulle annars inte betyda något alls.",
    "A misspelt key would mean nothing at all otherwise.",
)
STRANGE_KEY = _doc(
    "DOC041", "key-not-known-here", "error",
    "”{key}” är ingen nyckel här. Nycklar som finns på {what}: {known}. En egen anteckning skrivs under note.",
    "“{key}” is no key here. Keys on {what}: {known}. A note of your own is written under note.",
    "Det som ingen kontroll, bild eller handling använder får inte plats i språket.",
    "What no check, drawing or document uses has no place in the language.",
)
SWEDISH_KEY = _doc(
    "DOC042", "other-word-for-key", "error",
    "Skriv ”{guess}” i stället för ”{key}”.",
    "Write “{guess}” instead of “{key}”.",
    "Alla kommuner använder samma nycklar, så att kartor går att dela. Namn och meningar skriver ni på ert språk.",
    "All municipalities use the same keys, so that maps can be shared. Names and sentences are in your own language.",
)
MISSING_DASH = _doc(
    "DOC043", "dash-missing", "error",
    "”{key}” ser ut som nästa steg. Börja raden med ett streck: - {key}: {text}",
    "“{key}” looks like the next step. Start the line with a dash: - {key}: {text}",
    "Varje steg börjar med ett streck.", "Each step starts with a dash.",
)
EMPTY_VALUE = _doc(
    "DOC044", "nothing-after-key", "gap",
    "Det står inget efter ”{key}:”. Skriv värdet, ?? om ni har frågat och ingen vet, eller ta bort raden.",
    "Nothing stands after “{key}:”. Write the value, ?? if you asked and nobody knows, or take the line away.",
    "Tomt kan betyda både att ingen har frågat och att ingen vet; det är skillnad.",
    "Nothing may mean that nobody asked or that nobody knows; that is a difference.",
)
NEAR_KIND = _doc(
    "DOC045", "role-looks-like-kind", "error",
    "”{key}” lästes som en roll. Menar du ”{guess}”? Annars: skriv rollerna under lanes.",
    "“{key}” was read as a role. Do you mean “{guess}”? If not, list the roles under lanes.",
    "Det första på raden är antingen vem som gör det eller vad det är för slag.",
    "The first thing on the line is either who does it or what kind it is.",
)
NOT_A_LANE = _doc(
    "DOC046", "role-not-listed", "error",
    "”{key}” finns inte bland lanes och är inget slag av steg. {hint}",
    "“{key}” is not among the lanes and no kind of step. {hint}",
    "Där rollerna är uppräknade är en ny roll oftast en felstavning.",
    "Where the roles are listed, a new one is mostly a misspelling.",
)
DETAIL_FIRST = _doc(
    "DOC047", "step-without-sentence", "error",
    "Steget börjar med ”{key}”. Skriv först vem som gör vad: - Roll: Vad som görs. Sedan ”{key}” på raden under.",
    "The step starts with “{key}”. First write who does what: - Role: What is done. Then “{key}” on the line below.",
    "Det första på raden är vem eller vilket slag, och vad som görs.",
    "The first thing on the line is who or what kind, and what is done.",
)

DETAIL_FIRST_HERE = _doc(
    "DOC048", "name-not-first", "error",
    "Det börjar med ”{key}”. Skriv först ”{first}:” och namnet, sedan ”{key}” på raden under.",
    "It starts with “{key}”. First write “{first}:” and the name, then “{key}” on the line below.",
    "Det första säger vad det är och vad det heter.", "The first says what it is and what it is called.",
)

# Values

WRONG_SHAPE = _doc(
    "DOC050", "value-of-another-kind", "error",
    "”{key}” ska vara {expected}. Skriv till exempel {example}",
    "“{key}” shall be {expected}. Write for example {example}",
    "Det som står här gick inte att läsa som det nyckeln betyder.",
    "What stands here could not be read as what the key means.",
)
NOT_A_CHOICE = _doc(
    "DOC051", "value-not-among-choices", "error",
    "”{value}” är inget val för ”{key}”. {hint}",
    "“{value}” is no choice for “{key}”. {hint}",
    "Fasta val gör att kartor kan jämföras och kontrolleras.",
    "Fixed choices let maps be compared and checked.",
)
BAD_DISPUTE = _doc(
    "DOC052", "dispute-not-a-list", "error",
    "Under disputed står en rad för varje röst: - Roll: vad rollen säger.",
    "Under disputed there is a line for each voice: - Role: what the role says.",
    "Två av samma roll kan tycka olika, därför är det en lista.",
    "Two of one role may disagree, hence a list.",
)
PERSON_NAME = _doc(
    "DOC053", "looks-like-contact", "risk",
    "”{value}” ser ut som en persons kontaktuppgift. Skriv rollen i stället.",
    "“{value}” looks like a person's contact details. Write the role instead.",
    "Kartor delas. Namn och kontaktuppgifter till enskilda hör inte hemma i dem.",
    "Maps are shared. Names and contact details of individuals do not belong in them.",
)

# References

NO_SUCH = _doc(
    "DOC060", "reference-to-nothing", "error",
    "”{name}” finns inte bland {where}. {hint}",
    "There is no “{name}” among {where}. {hint}",
    "En hänvisning ska leda till exakt ett ställe.", "A reference shall lead to exactly one place.",
)
AMBIGUOUS = _doc(
    "DOC061", "reference-to-several", "error",
    "”{name}” kan vara flera: {several}. Skriv id:t på den du menar.",
    "“{name}” may be several: {several}. Write the id of the one you mean.",
    "En hänvisning ska leda till exakt ett ställe.", "A reference shall lead to exactly one place.",
)
SAME_ID = _doc(
    "DOC062", "same-id-twice", "error",
    "Två heter ”{name}” och får samma id, ”{id}” (den andra står på rad {first}). Skriv id: {proposal} under den ena, "
    "eller ge den ett annat namn.",
    "Two are called “{name}” and get the same id, “{id}” (the other is on line {first}). Write id: {proposal} under "
    "one of them, or give it another name.",
    "Id:t är det som andra delar av kartan pekar på.", "The id is what other parts of the map point at.",
)
NEAR_NAMES = _doc(
    "DOC063", "nearly-same-names", "error",
    "”{name}” och ”{other}” (rad {first}) skiljer sig bara i små tecken och räknas som samma. Skriv likadant på båda "
    "ställena.",
    "“{name}” and “{other}” (line {first}) differ only in small signs and count as the same. Write them alike in both "
    "places.",
    "Prickar och frågetecken syns knappt när man läser fort.",
    "Dots and question marks are hardly seen when reading fast.",
)
LIKELY_SAME_ROLE = _doc(
    "DOC064", "roles-nearly-alike", "ask",
    "Är ”{name}” samma roll som ”{other}”? Skriv i så fall likadant på båda ställena.",
    "Is “{name}” the same role as “{other}”? If so, write them alike in both places.",
    "En felstavad roll blir annars en roll till.", "A misspelt role becomes one role more otherwise.",
)
ACROSS_BORDER = _doc(
    "DOC065", "to-across-subprocess", "error",
    "”{name}” ligger utanför eller inuti en annan delprocess. ”to” går bara inom samma. Avsluta delprocessen med "
    "”end: …” och skriv svaret under delprocessens branches.",
    "“{name}” lies outside or inside another subprocess. “to” works only within the same one. End the subprocess with "
    "“end: …” and write the answer under the branches of the subprocess.",
    "En delprocess har en ingång och namngivna slut; annars går den inte att läsa för sig.",
    "A subprocess has one way in and named ends; else it cannot be read on its own.",
)
BAD_ID = _doc(
    "DOC066", "id-with-odd-signs", "error",
    "”{id}” kan inte vara ett id. Använd bokstäver, siffror, punkt, streck och understreck, med en bokstav först: {fix}",
    "“{id}” cannot be an id. Use letters, digits, dot, dash and underscore, with a letter first: {fix}",
    "Id:n används i andra format, som inte tillåter mellanslag och andra tecken.",
    "Ids are used in other formats, which allow no spaces or other signs.",
)

# Flow

FLOW_NOT_A_LIST = _doc(
    "DOC070", "steps-not-a-list", "error",
    "Här ska stegen stå, ett på varje rad med streck först: - Roll: Vad som görs.",
    "Here the steps shall stand, one on each line with a dash first: - Role: What is done.",
    "Stegen läses uppifrån och ned.", "The steps are read from top to bottom.",
)
BRANCHES_SHAPE = _doc(
    "DOC071", "branches-without-answers", "error",
    "Under branches står svaren, ett på varje rad med kolon efter: ja: och nej:",
    "Under branches the answers stand, one on each line with a colon after: yes: and no:",
    "Varje svar leder till en väg.", "Each answer leads to a way.",
)
NO_BRANCHES_HERE = _doc(
    "DOC072", "branches-not-here", "error",
    "”{key}” hör inte hemma på {what}.",
    "“{key}” does not belong on {what}.",
    "Det finns inget som kan gå olika vägar eller avbrytas här.",
    "There is nothing here that can go different ways or be interrupted.",
)
AFTER_TO = _doc(
    "DOC073", "two-ways-on", "error",
    "Både ”to” och {other} säger vad som händer sedan. Behåll det ena.",
    "Both “to” and {other} say what happens next. Keep one of them.",
    "Ett steg går vidare på ett sätt; flera vägar skrivs som svar på en fråga.",
    "A step goes on in one way; several ways are written as answers to a question.",
)
NO_TRIGGER = _doc(
    "DOC074", "event-without-trigger", "error",
    "Vad är det som händer? Skriv timer, message, condition, signal eller error först, till exempel timer: 3 weeks",
    "What is it that happens? Write timer, message, condition, signal or error first, for example timer: 3 weeks",
    "Under unless och meanwhile står händelser.", "Events stand under unless and meanwhile.",
)
SECOND_ELSE = _doc(
    "DOC075", "else-not-possible", "error",
    "”else” går bara där ett svar väljs. Här går alla vägar på en gång; ge vägen ett namn.",
    "“else” works only where an answer is chosen. Here all ways are taken at once; give the way a name.",
    "Vid parallel går alla vägar.", "With parallel all ways are taken.",
)
ANSWER_NOT_AN_END = _doc(
    "DOC076", "answer-is-no-end", "error",
    "Efter en delprocess är svaren namnen på dess slut. ”{answer}” är inget slut i ”{name}”. {hint}",
    "Behind a subprocess the answers are the names of its ends. “{answer}” is no end of “{name}”. {hint}",
    "Slutet i delprocessen avgör vart det går sedan.", "The end within the subprocess decides where it goes next.",
)
BRANCH_IS_STEP = _doc(
    "DOC077", "step-without-dash-in-branch", "error",
    "Steget under svaret saknar streck. Skriv - {key}: {text}",
    "The step below the answer lacks a dash. Write - {key}: {text}",
    "Steg står alltid i en lista.", "Steps always stand in a list.",
)
START_INSIDE = _doc(
    "DOC078", "start-within-branch", "error",
    "”start” hör hemma i processens eller delprocessens egen lista, inte i en gren. Något som man väntar på på vägen "
    "skrivs wait.",
    "“start” belongs in the process's or subprocess's own list, not in a branch. What one waits for on the way is "
    "written wait.",
    "En start är där ärendet börjar.", "A start is where the case begins.",
)
BPMN_WORD = _doc(
    "DOC079", "bpmn-word-not-here", "error",
    "”{word}” är inget BPMN-ord för {what}. {hint}",
    "“{word}” is no BPMN word for {what}. {hint}",
    "Under bpmn står BPMN:s egna ord.", "Under bpmn stand BPMN's own words.",
)

# Variants and collaborations

CHANGE_SHAPE = _doc(
    "DOC080", "change-without-verb", "error",
    "En ändring börjar med at, after, before, instead_of eller without, och det som ska ändras: - at: Registrera anmälan",
    "A change starts with at, after, before, instead_of or without, and what is to be changed: - at: Register the case",
    "Varje ändring säger var den gäller.", "Each change says where it holds.",
)
CHANGE_NEEDS_STEPS = _doc(
    "DOC081", "change-without-steps", "error",
    "Efter ”{verb}” skrivs det nya under flow (eller steps, i en resa). Nycklar på ett steg ändras med at.",
    "After “{verb}” the new is written under flow (or steps, in a journey). Keys of a step are changed with at.",
    "after, before och instead_of lägger till steg; at ändrar det som finns.",
    "after, before and instead_of add steps; at changes what is there.",
)
NOT_WITH_WITHOUT = _doc(
    "DOC082", "keys-with-without", "error",
    "”{key}” kan inte stå under without, som tar bort det som nämns. Ta bort raden, eller skriv at i stället för without.",
    "“{key}” cannot stand under without, which removes what is named. Take the line away, or write at instead of without.",
    "Det som tas bort har inga nycklar.", "What is removed has no keys.",
)
NO_ORIGIN = _doc(
    "DOC083", "variant-without-origin", "error",
    "En variant behöver säga vad den är en variant av: of: och dokumentets id eller namn. {hint}",
    "A variant needs to say what it is a variant of: of: and the document's id or name. {hint}",
    "Varianten är ursprunget med ändringar.", "The variant is the origin with changes.",
)
CIRCLE = _doc(
    "DOC084", "variants-in-a-circle", "error",
    "”{name}” är en variant av sig själv, genom andra. Låt en av dem utgå från ett dokument som inte är en variant.",
    "“{name}” is a variant of itself, through others. Let one of them start from a document that is no variant.",
    "Någonstans måste ändringarna börja.", "The changes must start somewhere.",
)
CHANGE_BREAKS = _doc(
    "DOC085", "change-breaks-origin", "error",
    "Efter ändringarna stämmer inte ursprungets text längre: {what}",
    "After the changes the origin's text does not hold any more: {what}",
    "Ett borttaget eller omdöpt steg kan vara något som andra steg går till.",
    "A step that was removed or renamed may be one that others go to.",
)
TWO_BODIES = _doc(
    "DOC086", "pool-with-process-and-flow", "error",
    "Den som deltar har antingen process eller flow, eller inget av dem. Ta bort det ena.",
    "A pool has either process or flow, or neither. Take one away.",
    "Steg som redan finns i en process skrivs inte en gång till.", "Steps that a process has already are not written again.",
)

NOTICES: tuple[Notice, ...] = TEXT_NOTICES + tuple(
    value for value in list(globals().values()) if isinstance(value, Notice)
)
"""Everything the reader can say, in the order of the codes."""
