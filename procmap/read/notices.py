"""What the reader can say about documents, keys, values, references and flow (DOC030 and up)."""

from __future__ import annotations

from procmap.finding import Kind, Notice
from procmap.source.notices import (
    BELOW_KEY,
    COLON,
    DUPLICATE_KEY,
    LIST_WITHOUT_KEY,
    MORE_ALIKE,
    MORE_IN_ALL,
    NO_COLON,
    NO_DASH,
    NO_SPACE,
    STEP_BESIDE,
    TOO_DEEP,
    notice,
)
from procmap.source.notices import NOTICES as TEXT_NOTICES

__all__ = [
    "BELOW_KEY",
    "COLON",
    "DUPLICATE_KEY",
    "LIST_WITHOUT_KEY",
    "MORE_ALIKE",
    "MORE_IN_ALL",
    "NOTICES",
    "NO_COLON",
    "NO_DASH",
    "NO_SPACE",
    "STEP_BESIDE",
    "TOO_DEEP",
]

_HERE = "procmap, språket / the map language (README)"


def _doc(code: str, name: str, kind: Kind, sv: str, en: str, why_sv: str, why_en: str) -> Notice:
    return notice(code, name, kind, sv, en, (why_sv, why_en), _HERE)


# Documents

UNKNOWN_DOCUMENT = _doc(
    "DOC030", "unknown-document", "error",
    "Första ordet säger vad dokumentet är, och ”{key}” är inget sådant. Menar du ”{guess}”?",
    "The first word says what the document is, and “{key}” is no such word. Do you mean “{guess}”?",
    "Ett dokument som nästan känns igen hoppas aldrig över i tysthet.",
    "A document that is nearly recognised is never passed over in silence.",
)
NO_DOCUMENT = _doc(
    "DOC031", "no-document-key", "error",
    "Inget säger vad dokumentet är. Skriv först av allt en rad med process: och processens namn.",
    "Nothing says what the document is. Write, before all else, a line with process: and the name of the process.",
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
    "Här fattas namnet. Skriv det på samma rad, efter ”{key}:”.",
    "The name is missing. Write it on the same line, after “{key}:”.",
    "Namnet är det andra hänvisar till.", "The name is what others refer to.",
)
SAME_DOCUMENT = _doc(
    "DOC034", "two-documents-one-id", "error",
    "”{id}” kan vara flera dokument: {other}. Ge det ena ett eget id, på en egen rad (id: …), och skriv det här.",
    "“{id}” may be several documents: {other}. Give one of them an id of its own, on a line of its own (id: …), and "
    "write that here.",
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
    "Filen är tom. Börja med process: och processens namn, eller kör procmap init.",
    "The file is empty. Start with process: and the name of the process, or run procmap init.",
    "En tom fil är oftast en som inte blev sparad.", "An empty file is mostly one that was not saved.",
)
NESTED = _doc(
    "DOC037", "document-indented", "error",
    "Allt är indraget under ”{key}”. Skriv namnet på samma rad ({fix}) och börja de andra raderna längst till vänster.",
    "All is indented below “{key}”. Write the name on the same line ({fix}) and start the other lines at the far left.",
    "Den första nyckeln säger vad dokumentet är, och dess värde är namnet.",
    "The first key says what the document is, and its value is the name.",
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
    "”{key}” är ingen nyckel för {what}. Är det en anteckning, skriv den under note. Nycklar som finns: {known}",
    "“{key}” is no key for {what}. If it is a note, write it under note. Keys that there are: {known}",
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
    "Det här ser ut som nästa steg. Börja raden med ett streck, i linje med de andra: {fix}",
    "This looks like the next step. Start the line with a dash, in line with the others: {fix}",
    "Varje steg börjar med ett streck.", "Each step starts with a dash.",
)
EMPTY_VALUE = _doc(
    "DOC044", "nothing-after-key", "gap",
    "Det står inget efter ”{key}:”. Skriv det som fattas, ?? om ni har frågat och ingen vet, eller ta bort raden.",
    "Nothing stands after “{key}:”. Write what is missing, ?? if you asked and nobody knows, or take the line away.",
    "Tomt kan betyda både att ingen har frågat och att ingen vet; det är skillnad.",
    "Nothing may mean that nobody asked or that nobody knows; that is a difference.",
)
NEAR_KIND = _doc(
    "DOC045", "role-looks-like-kind", "error",
    "”{key}” ser ut som en felskrivning av ”{guess}”. Är det en roll, räkna upp rollerna under lanes.",
    "“{key}” looks like a slip for “{guess}”. If it is a role, list the roles under lanes.",
    "Det första på raden är antingen vem som gör det eller vad det är för slag.",
    "The first thing on the line is either who does it or what kind it is.",
)
NOT_A_LANE = _doc(
    "DOC046", "role-not-listed", "error",
    "”{key}” finns inte bland rollerna under lanes. {hint}",
    "“{key}” is not among the roles under lanes. {hint}",
    "Där rollerna är uppräknade är en ny roll oftast en felstavning.",
    "Where the roles are listed, a new one is mostly a misspelling.",
)
DETAIL_FIRST = _doc(
    "DOC047", "step-without-sentence", "error",
    "Ett steg börjar med vem som gör vad, och sedan kommer ”{key}” på en egen rad. Skriv först {fix}",
    "A step starts with who does what, and “{key}” follows on a line of its own. First write {fix}",
    "Det första på raden är vem eller vilket slag, och vad som görs.",
    "The first thing on the line is who or what kind, and what is done.",
)

QUESTION_MARK = _doc(
    "DOC038", "question-mark-missing", "error",
    "Skriv ? efter ”{name}”, så blir det en fråga med svaren under.",
    "Write ? behind “{name}”, and it becomes a question with its answers below.",
    "Utan frågetecken är det ett arbete som någon gör, och inte något som avgörs.",
    "Without the question mark it is work that somebody does, and nothing that is decided.",
)
EMPTY_STEP = _doc(
    "DOC049", "dash-alone", "gap",
    "Strecket står ensamt. Skriv vad som görs, ?? om ingen vet, eller ta bort raden.",
    "The dash stands alone. Write what is done, ?? if nobody knows, or take the line away.",
    "Ett tomt steg kan vara både bortglömt och okänt.", "An empty step may be forgotten as well as unknown.",
)
ROLE_QUOTED = _doc(
    "DOC055", "role-within-quotes", "error",
    "Citattecken står bara om meningen, inte om rollen. Skriv {fix}",
    "Quotation marks stand around the sentence only, not around the role. Write {fix}",
    "Inom citattecken är kolonet en del av texten.", "Within quotation marks the colon is part of the text.",
)
ROLE_HEADING = _doc(
    "DOC056", "steps-below-role", "error",
    "Rollen skrivs på varje steg, och stegen står inte under den. Skriv {fix}",
    "The role is written on each step, and steps do not stand below it. Write {fix}",
    "Nästa steg kan vara någon annans.", "The next step may be somebody else's.",
)
KEY_ELSEWHERE = _doc(
    "DOC057", "key-in-another-place", "error",
    "”{key}” hör till {home}, inte till {what}. {how}",
    "“{key}” belongs to {home}, not to {what}. {how}",
    "Var en nyckel står avgör vad den handlar om.", "Where a key stands decides what it is about.",
)
STEP_BELOW_EVENT = _doc(
    "DOC058", "step-below-event", "error",
    "Det som följer på händelsen skrivs under flow, med streck. Skriv flow: och på raden under, indraget, {fix}",
    "What follows the event is written below flow, with dashes. Write flow: and on the line below, indented, {fix}",
    "En händelse har egna nycklar; stegen har sin egen lista.",
    "An event has keys of its own; the steps have their list.",
)
ENTRIES_DASHED = _doc(
    "DOC059", "entries-with-dashes", "error",
    "Under ”{key}” skrivs raderna utan streck, med id och kolon först. Skriv {fix}",
    "Below “{key}” the lines have no dash, but id and colon first. Write {fix}",
    "Id:t är det som resten av kartan hänvisar till.", "The id is what the rest of the map refers to.",
)
KIND_AS_NAME = _doc(
    "DOC132", "kind-as-name", "ask",
    "Är ”{value}” vad rollen heter, eller vilket slag den är? Är det slaget, skriv {fix}",
    "Is “{value}” what the role is called, or what kind it is? If it is the kind, write {fix}",
    "Det som står direkt efter rollens id är vad den heter i bilden.",
    "What stands right behind the id of a role is what it is called in the picture.",
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
    "Under disputed står en rad för varje röst, med streck: {fix}",
    "Below disputed there is a line for each voice, with a dash: {fix}",
    "Två av samma roll kan tycka olika, därför är det en lista.",
    "Two of one role may disagree, hence a list.",
)
IN_WORDS = _doc(
    "DOC054", "unknown-in-words", "error",
    "Skriv {fix} i stället för ”{value}”: {meaning}.",
    "Write {fix} instead of “{value}”: {meaning}.",
    "Bara så blir det en fråga att ta upp i stället för ett svar.",
    "Only so does it become a question to bring up instead of an answer.",
)

# References

NO_SUCH = _doc(
    "DOC060", "reference-to-nothing", "error",
    "”{name}” finns inte bland {where}. {hint}",
    "There is no “{name}” among {where}. {hint}",
    "En hänvisning ska leda till exakt ett ställe. Heter steget ”Skicka beslutet”, så skrivs just de orden, eller "
    "stegets id: to: Skicka beslutet, eller i en resa letter: bygglov/Skicka beslutet.",
    "A reference shall lead to exactly one place. If the step is called “Send the decision”, those very words are "
    "written, or the id of the step: to: Send the decision, or in a journey letter: permit/Send the decision.",
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
    "”{name}” och ”{other}” (rad {first}) skiljer sig bara i prickar eller skiljetecken och räknas som samma. Skriv "
    "likadant på båda ställena.",
    "“{name}” and “{other}” (line {first}) differ only in accents or punctuation and count as the same. Write them "
    "alike in both places.",
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
    "”{name}” ligger utanför delprocessen, och dit når inte to. Skriv ett namngivet slut här (- end: …), och under "
    "delprocessens branches vart det slutet leder.",
    "“{name}” lies outside the subprocess, where to does not reach. Write a named end here (- end: …), and below the "
    "subprocess's branches where that end leads.",
    "En delprocess har en ingång och namngivna slut; annars går den inte att läsa för sig.",
    "A subprocess has one way in and named ends; else it cannot be read on its own.",
)
TAKEN_ID = _doc(
    "DOC067", "id-taken", "error",
    "id: {id} finns redan, på rad {first}. Skriv ett annat, till exempel id: {proposal}",
    "id: {id} is there already, on line {first}. Write another, for example id: {proposal}",
    "Id:t är det som andra delar av kartan pekar på.", "The id is what other parts of the map point at.",
)
NEAR_STEPS = _doc(
    "DOC068", "nearly-same-steps", "error",
    "”{name}” och ”{other}” (rad {first}) skiljer sig bara i prickar eller skiljetecken och får samma id. Ge det ena "
    "ett annat namn eller ett eget id (id: {proposal}). Är det samma steg, skriv to: {other}",
    "“{name}” and “{other}” (line {first}) differ only in accents or punctuation and get the same id. Give one of them "
    "another name or an id of its own (id: {proposal}). If it is the same step, write to: {other}",
    "Prickar och frågetecken syns knappt när man läser fort.",
    "Dots and question marks are hardly seen when reading fast.",
)
INTO_SUBPROCESS = _doc(
    "DOC069", "to-into-subprocess", "error",
    "”{name}” ligger inuti delprocessen ”{within}”. Dit går det bara att gå från början: to: {within}",
    "“{name}” lies inside the subprocess “{within}”, which can only be entered from its start: to: {within}",
    "En delprocess har en ingång och namngivna slut; annars går den inte att läsa för sig.",
    "A subprocess has one way in and named ends; else it cannot be read on its own.",
)
BAD_ID = _doc(
    "DOC066", "id-with-odd-signs", "error",
    "”{id}” kan inte vara ett id: det har bara bokstäver, siffror, punkt, streck och understreck. Skriv {fix}",
    "“{id}” cannot be an id, which has letters, digits, dots, dashes and underscores only. Write {fix}",
    "Id:n används i andra format, som inte tillåter mellanslag och andra tecken.",
    "Ids are used in other formats, which allow no spaces or other signs.",
)

# Flow

FLOW_NOT_A_LIST = _doc(
    "DOC070", "steps-not-a-list", "error",
    "Stegen står på var sin rad, med ett streck och ett mellanslag först: {fix}",
    "The steps stand on lines of their own, with a dash and a space first: {fix}",
    "Stegen läses uppifrån och ned.", "The steps are read from top to bottom.",
)
BRANCHES_SHAPE = _doc(
    "DOC071", "branches-without-answers", "error",
    "Under branches står svaren på var sin rad, med kolon efter. Skriv {fix}",
    "Below branches the answers stand on lines of their own, each with a colon. Write {fix}",
    "Varje svar leder till en väg.", "Each answer leads to a way.",
)
NO_BRANCHES_HERE = _doc(
    "DOC072", "branches-not-here", "error",
    "”{key}” hör inte hemma på {what}. {hint}",
    "“{key}” does not belong on {what}. {hint}",
    "Det finns inget som kan gå olika vägar eller avbrytas här.",
    "There is nothing here that can go different ways or be interrupted.",
)
AFTER_TO = _doc(
    "DOC073", "two-ways-on", "error",
    "Både ”to” och {other} säger vad som händer sedan. Ta bort det ena.",
    "Both “to” and {other} say what happens next. Take one of them away.",
    "Ett steg går vidare på ett sätt; flera vägar skrivs som svar på en fråga.",
    "A step goes on in one way; several ways are written as answers to a question.",
)
NO_TRIGGER = _doc(
    "DOC074", "event-without-trigger", "error",
    "Vad är det som händer? Skriv timer, message, condition, signal eller error först, till exempel {fix}",
    "What is it that happens? Write timer, message, condition, signal or error first, for example {fix}",
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
    "Steget under svaret saknar streck. Skriv {fix}",
    "The step below the answer lacks a dash. Write {fix}",
    "Steg står alltid i en lista.", "Steps always stand in a list.",
)
START_INSIDE = _doc(
    "DOC078", "start-within-branch", "error",
    "Under ett svar kan inget starta. Något som man väntar på skrivs wait: {fix}",
    "Nothing can start below an answer. Something that one waits for is written wait: {fix}",
    "En start är där ärendet börjar.", "A start is where the case begins.",
)
BPMN_WORD = _doc(
    "DOC079", "bpmn-word-not-here", "error",
    "”{word}” är inget BPMN-ord för {what}. {hint}",
    "“{word}” is no BPMN word for {what}. {hint}",
    "Under bpmn står BPMN:s egna ord.", "Under bpmn stand BPMN's own words.",
)

ANSWERS_ALONE = _doc(
    "DOC087", "answers-without-branches", "error",
    "”{key}” ser ut som ett svar. {how}",
    "“{key}” looks like an answer. {how}",
    "branches säger att det som följer är svar.", "branches says that what follows are answers.",
)
ANSWERS_DASHED = _doc(
    "DOC088", "answers-with-dashes", "error",
    "Svaren har inga streck, men kolon efter. Skriv {fix}",
    "Answers have no dashes, but a colon after them. Write {fix}",
    "Strecket är för steg; svaret är det som leder till dem.",
    "The dash is for steps; the answer is what leads to them.",
)
GO_TO = _doc(
    "DOC100", "to-without-its-word", "error",
    "Vart det går vidare skrivs med to och kolon: {fix}",
    "Where it goes on is written with to and a colon: {fix}",
    "Annars blir det namnet på ett nytt steg.", "It becomes the name of a new step otherwise.",
)
END_AS_STEP = _doc(
    "DOC120", "end-without-its-word", "error",
    "Att ärendet slutar skrivs med end och kolon: {fix} Går det vidare till nästa steg, skriv inget alls efter svaret.",
    "That the case ends is written with end and a colon: {fix} If it goes on to the next step, write nothing at all "
    "after the answer.",
    "Annars blir det namnet på ett nytt steg.", "It becomes the name of a new step otherwise.",
)
STEP_AFTER_ANSWER = _doc(
    "DOC121", "same-step-after-an-answer", "error",
    "”{name}” står både efter svaret på rad {answer} och på rad {other}. Är det samma steg, skriv {fix} efter svaret. "
    "Annars ge det ena ett annat namn.",
    "“{name}” stands both after the answer on line {answer} and on line {other}. If it is the same step, write {fix} "
    "after the answer. Otherwise give one of them another name.",
    "En mening efter ett svar är ett nytt steg; to leder till ett som finns.",
    "A sentence after an answer is a new step; to leads to one that is there.",
)
NO_ROLE = _doc(
    "DOC122", "no-role-named", "error",
    "”{word}” är ingen roll. Skriv rollen. Vet ingen vem det är, skriv ??; ska det inte finnas någon, skriv n/a.",
    "“{word}” is no role. Write the role. Where nobody knows who it is, write ??; where there is to be nobody, n/a.",
    "Ett ja eller nej skulle bli namnet på en roll.", "A yes or no would become the name of a role.",
)
TIME_AS_NAME = _doc(
    "DOC123", "time-as-name-of-wait", "gap",
    "”{name}” är hur länge man väntar. Skriv - wait: {name} och tiden på en egen rad under, indragen: {fix}",
    "“{name}” is how long one waits. Write - wait: {name} and the time on a line of its own below, indented: {fix}",
    "Utan timer är det bara ett namn: ingen klocka ritas, och ingen tid räknas.",
    "Without timer it is only a name: no clock is drawn, and no time is counted.",
)
CONDITION_FIRST = _doc(
    "DOC124", "condition-before-colon", "error",
    "”{key}” säger när det görs, inte vem som gör det. Är det ett val, skriv en fråga med svaren under branches, och "
    "raden {step} under ett av dem. Kan det hända medan ett annat steg pågår, skriv unless: under det steget, sedan "
    "- condition: {condition} och under den flow: med samma rad.",
    "“{key}” says when it is done, not who does it. If it is a choice, write a question with its answers below "
    "branches, and the line {step} below one of them. If it may happen during another step, write unless: below that "
    "step, then - condition: {condition} and below that flow: with the same line.",
    "Det första på raden är vem som gör det eller vad det är för slag.",
    "The first thing on the line is who does it or what kind it is.",
)
NO_RULE = _doc(
    "DOC125", "rule-without-rule", "gap",
    "”{word}” är ingen regel. Vad beror det på? Skriv regeln om det finns en. Vet ingen, skriv rule: ??. Är det en "
    "bedömning varje gång, skriv judgement: discretionary på steget eller frågan i stället för rule.",
    "“{word}” is no rule. What does it depend on? Write the rule if there is one. If nobody knows, write rule: ??. If "
    "it is judgement each time, write judgement: discretionary on the step or the question instead of rule.",
    "Den som ska bygga eller pröva behöver veta vad som avgör, eller att en människa gör det.",
    "Whoever is to build or to decide needs to know what settles it, or that a human does.",
)
COLON_FORGOTTEN = _doc(
    "DOC126", "colon-forgotten-after-role", "gap",
    "Är det {name} som gör det? Skriv i så fall {fix}",
    "Is it {name} who does it? If so, write {fix}",
    "Utan kolon blir rollen en del av namnet, och det står inte vem som gör steget.",
    "Without the colon the role becomes part of the name, and it does not say who does the step.",
)
STEP_AT_TOP = _doc(
    "DOC127", "step-beside-flow", "error",
    "”{key}” är ett steg, och stegen står i listan under flow. Skriv {where}: {fix}",
    "“{key}” is a step, and the steps stand in the list below flow. Write {where}: {fix}",
    "Det som står längst till vänster gäller hela processen.",
    "What stands at the far left holds for the whole process.",
)
WAIT_AS_TASK = _doc(
    "DOC128", "wait-without-its-word", "gap",
    "Väntar ärendet här? Skriv {fix}",
    "Does the case wait here? Write {fix}",
    "Ingen gör något medan ärendet väntar. Utan wait räknas det som ett steg som någon utför.",
    "Nobody does anything while the case waits. Without wait it counts as a step that somebody does.",
)
VARIES = _doc(
    "DOC129", "amount-that-varies", "error",
    "”{word}” är ingen uppgift för {key}. Skriv det minsta och det största som är vanligt, till exempel {fix}. Vet "
    "ingen, skriv {key}: ??",
    "“{word}” says nothing for {key}. Write the least and the most that is usual, for example {fix}. If nobody "
    "knows, write {key}: ??",
    "Ett spann säger mer än att det varierar, och går att räkna med.",
    "A span says more than that it varies, and can be counted with.",
)
LIKELY_TOGETHER = _doc(
    "DOC130", "two-roles-as-one", "ask",
    "Är det {roles} som gör det tillsammans? Skriv i så fall {fix}",
    "Is it {roles} who do it together? If so, write {fix}",
    "Annars blir det en ny roll, som ingen annan del av kartan känner.",
    "It becomes a new role otherwise, which no other part of the map knows.",
)
TO_FROM_NOWHERE = _doc(
    "DOC102", "to-from-nowhere", "error",
    "Hit kommer inget, eftersom det som står före redan har lett någon annanstans. Ta bort raden.",
    "Nothing comes here, since what stands before has led elsewhere already. Take the line away.",
    "Efter to och end kommer man bara vidare till ett steg som något annat leder till.",
    "After to and end one only gets on to a step that something else leads to.",
)
TOGETHER = _doc(
    "DOC101", "roles-not-parted-by-comma", "error",
    "Roller som gör något tillsammans skrivs med kommatecken: {fix}",
    "Roles that do something together are written with a comma: {fix}",
    "Annars blir det en ny roll, som ingen annan del av kartan känner.",
    "It becomes a new role otherwise, which no other part of the map knows.",
)
TO_SEVERAL = _doc(
    "DOC089", "to-several", "error",
    "to leder till ett enda steg. Flera vägar skrivs som svar på en fråga, under branches.",
    "to leads to one step only. Several ways are written as answers to a question, below branches.",
    "Ett steg går vidare på ett sätt.", "A step goes on in one way.",
)
WAITS_FOR_ONE = _doc(
    "DOC159", "waits-for-several", "error",
    "Ett wait med meanwhile väntar på en enda sak. Här står flera: {several}. Skriv det andra under unless, eller som "
    "ett eget wait.",
    "A wait with meanwhile waits for one thing only. Here are several: {several}. Write the other below unless, or as "
    "a wait of its own.",
    "Det blir ett steg som väntar, och det har bara en sak att vänta på.",
    "It becomes a step that waits, and that has only one thing to wait for.",
)

# Variants and collaborations

CHANGE_SHAPE = _doc(
    "DOC080", "change-without-verb", "error",
    "En ändring börjar med at, after, before, instead_of eller without, och det som ska ändras: {fix}",
    "A change starts with at, after, before, instead_of or without, and what is to be changed: {fix}",
    "Varje ändring säger var den gäller.", "Each change says where it holds.",
)
CHANGE_NEEDS_STEPS = _doc(
    "DOC081", "change-without-steps", "error",
    "Efter ”{verb}” skrivs det nya under {list}:, på rader med streck: {fix} (Nycklar på ett steg som finns ändras med "
    "at.)",
    "After “{verb}” the new is written under {list}:, on lines with dashes: {fix} (Keys of a step that is there are "
    "changed with at.)",
    "after, before och instead_of lägger till steg; at ändrar det som finns.",
    "after, before and instead_of add steps; at changes what is there.",
)
NOT_WITH_WITHOUT = _doc(
    "DOC082", "keys-with-without", "error",
    "”{key}” kan inte stå under without, som tar bort det som nämns. Ta bort raden, eller skriv at i stället för "
    "without.",
    "“{key}” cannot stand under without, which removes what is named. Take the line away, or write at instead of "
    "without.",
    "Det som tas bort har inga nycklar.", "What is removed has no keys.",
)
NO_ORIGIN = _doc(
    "DOC083", "variant-without-origin", "error",
    "En variant behöver säga vad den är en variant av: of: och dokumentets id eller namn. {hint}",
    "A variant needs to say what it is a variant of: of: and the document's id or name. {hint}",
    "Varianten är ursprunget med ändringar.", "The variant is the origin with changes.",
)
DOCUMENT_NOT_READ = _doc(
    "DOC107", "document-not-read", "error",
    "”{name}” finns inte bland dokumenten som lästes, så det som står där går inte att hitta.{hint} Står det i "
    "en annan fil, så ta med den, till exempel med hela mappen: procmap check {folder}",
    "“{name}” is not among the documents that were read, so nothing in it can be found.{hint} If it stands in another "
    "file, include that, for example with the whole folder: procmap check {folder}",
    "Resor, varianter och samverkan pekar på processer i andra filer.",
    "Journeys, variants and collaborations point at processes in other files.",
)
NO_PROCESS_READ = _doc(
    "DOC108", "no-process-read", "error",
    "Ingen process finns bland det som lästes, så stegen som resan möter går inte att hitta. Ta också med "
    "processens fil, till exempel med hela mappen: procmap check {folder}",
    "No process is among what was read, so the steps that the journey meets cannot be found. Include the file of the "
    "process too, for example with the whole folder: procmap check {folder}",
    "En resa pekar på steg i processer, som oftast står i egna filer.",
    "A journey points at steps of processes, which mostly stand in files of their own.",
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
    "Steg som redan finns i en process skrivs inte en gång till.",
    "Steps that a process has already are not written again.",
)

# Journeys

JOURNEY_HEAD = _doc(
    "DOC110", "journey-line-without-step", "error",
    "”{key}” kan inte stå först här. Skriv {fix}",
    "“{key}” cannot stand first here. Write {fix}",
    "Det första ordet säger om raden är en fas eller ett steg. Vems resa det är står under persona.",
    "The first word says whether the line is a phase or a step. Whose journey it is stands under persona.",
)
STEPS_WITHOUT_PHASE = _doc(
    "DOC111", "journey-steps-without-phase", "error",
    "I en resa står stegen i en fas, också om den är ensam. Skriv phases:, under den - phase: och ett namn, och sedan "
    "steps: lika långt in som phase.",
    "In a journey the steps stand in a phase, even if there is only one. Write phases:, below it - phase: and a name, "
    "and then steps: as far in as phase.",
    "Faserna är det som en resa läses efter.", "The phases are what a journey is read by.",
)
NO_CHANNEL = _doc(
    "DOC112", "channel-not-known", "error",
    "”{key}” är ingen kanal. Välj den som ligger närmast bland {known}, och skriv ”{key}” under note.",
    "“{key}” is no channel. Choose the nearest among {known}, and write “{key}” under note.",
    "Samma kanaler överallt gör att resor går att läsa bredvid varandra.",
    "The same channels everywhere let journeys be read side by side.",
)
CHANNEL_FIRST = _doc(
    "DOC113", "channel-not-first", "error",
    "Kanalen skrivs först på raden, och det som finns bakom efter kolonet. Skriv {fix}",
    "The channel is written first on the line, and what stands behind after the colon. Write {fix}",
    "Så får en kontakt plats på en rad.", "That way a contact fits on one line.",
)
SLASH_MISSING = _doc(
    "DOC114", "slash-missing", "error",
    "Mellan dokumentet och steget står ett snedstreck. Skriv {fix}",
    "A slash stands between the document and the step. Write {fix}",
    "Snedstrecket visar var dokumentets namn slutar.", "The slash shows where the document's name ends.",
)
WHICH_STEP = _doc(
    "DOC115", "document-without-step", "error",
    "”{name}” är ett helt dokument. Skriv också vilket steg som finns bakom, till exempel {fix}",
    "“{name}” is a whole document. Write also which step stands behind, for example {fix}",
    "Först med ett steg blir det synligt vem som arbetar bakom kontakten.",
    "Only with a step does it become visible who works behind the contact.",
)

# Changes and pools

POOL_IS_PROCESS = _doc(
    "DOC116", "pool-called-as-process", "ask",
    "Är ”{name}” processen som deltagaren arbetar efter? Skriv i så fall {fix}",
    "Is “{name}” the process that this one works by? If so, write {fix}",
    "Ett ord efter kolonet är bara deltagarens namn.", "A word after the colon is only what the participant is called.",
)
TWO_VERBS = _doc(
    "DOC117", "change-with-two-verbs", "error",
    "Både ”{first}” och ”{verb}” säger var ändringen gäller. Behåll det ena, eller skriv två ändringar.",
    "Both “{first}” and “{verb}” say where the change holds. Keep one of them, or write two changes.",
    "Varje ändring säger var den gäller.", "Each change says where it holds.",
)
ONE_PLACE = _doc(
    "DOC118", "change-of-several", "error",
    "En ändring gäller ett ställe. Skriv en rad för varje: {fix}",
    "A change holds in one place. Write a line for each: {fix}",
    "Så går varje ändring att läsa, och ta bort, för sig.", "That way each change can be read, and removed, by itself.",
)
AT_WITH_STEPS = _doc(
    "DOC119", "new-steps-under-at", "error",
    "at ändrar det som finns. Nya steg läggs till med after, before eller instead_of. Skriv {fix}",
    "at changes what is there. New steps are added with after, before or instead_of. Write {fix}",
    "Verbet säger om något ändras, kommer till eller försvinner.",
    "The verb says whether something changes, comes or goes.",
)

_ALL = (*TEXT_NOTICES, *(value for value in list(globals().values()) if isinstance(value, Notice)))
NOTICES: tuple[Notice, ...] = tuple(sorted({each.code: each for each in _ALL}.values(), key=lambda each: each.code))
"""Everything the reader can say, in the order of the codes."""
