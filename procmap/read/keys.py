"""The tables of keys: what can be written about a process and everything in it.

Each row is a key, how its value is read, and what it means in Swedish and English. A key enters when a check, a drawing
or a document uses it. What the rows mean to those who build is in the README's page on the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from procmap.model import activity as a
from procmap.model import process as p
from procmap.model.catalogue import Evidence, Persona
from procmap.model.deadline import Deadline
from procmap.model.e_service import EService, Gdpr, Identification, IdentificationLevel, Signature, SignatureKind
from procmap.model.flow import Message
from procmap.model.resource import Access, Data, Lane, LaneKind, PersonalData, Structure, System
from procmap.model.rule import Appeal, Decision, Rule, RuleType
from procmap.read.cases import Cases, Limits
from procmap.read.key import Key
from procmap.read.no_rules import Rules
from procmap.read.quantities import amount_kinds
from procmap.read.records import Record, Records, Section
from procmap.read.references import Reference, Roles
from procmap.read.table import Table
from procmap.read.values import Choice, Flag, LabelValue, Texts, TextValue, Value, Words
from procmap.text import Text

__all__ = [
    "ACTIVITY",
    "CALL",
    "CATALOGUE",
    "COLLABORATION",
    "END",
    "EVENT",
    "EXCEPTION",
    "GATEWAY",
    "HEAD",
    "PATH",
    "POOL",
    "PROCESS",
    "SECTIONS",
    "START",
    "SUBPROCESS",
    "TRIGGERS",
    "WAIT",
]

_A = amount_kinds()
DURATION, VOLUME, RATE, COUNT, DATE = _A["duration"], _A["volume"], _A["rate"], _A["count"], _A["date"]
TEXT, TEXTS, WORDS, LABEL, FLAG = TextValue(), Texts(), Words(), LabelValue(), Flag()
ROLE, ROLES = Roles(many=False), Roles()
LANES = Text(sv="rollerna under lanes", en="the roles under lanes")
SYSTEMS = Reference("systems", Text(sv="systemen under systems", en="the systems under systems"))
DATA = Reference("data", Text(sv="uppgifterna under data", en="the data under data"))
RULES = Rules("rules", Text(sv="reglerna under rules", en="the rules under rules"))
MESSAGES = Reference("messages", Text(sv="meddelandena under messages", en="the messages under messages"))
MESSAGE = Reference("messages", Text(sv="meddelandena under messages", en="the messages under messages"), many=False)


def shape(name: str) -> dict[str, Any]:
    """A reference to one of the definitions that ``read/schema.py`` writes out."""
    return {"$ref": f"#/definitions/{name}"}


ONE_OR_MANY: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


class Structural(Value):
    """Keys whose values the flow reader takes care of; they stand in the tables to be known, described and proposed.

    ``shapes`` is what a schema says of each.
    """

    expected = Text(sv="steg på rader under", en="steps on lines below")
    structural = True

    def __init__(self, shapes: Mapping[str, dict[str, Any]]) -> None:
        self.shapes = shapes

    def schema_of(self, key: str) -> dict[str, Any]:
        return self.shapes[key]


FLOW = Structural(
    {
        "flow": shape("path"),
        "branches": shape("branches"),
        "unless": shape("events"),
        "meanwhile": shape("events"),
        "to": {"type": "string"},
        "from": ONE_OR_MANY,
        "lane": ONE_OR_MANY,
        "with": ONE_OR_MANY,
        "automate": ONE_OR_MANY,
        "process": {"type": "string"},
        "bpmn": shape("bpmn"),
        "pools": shape("pools"),
    }
)


def _choice(values: object) -> Choice:
    return Choice(*get_args(values))


def k(name: str, value: Value, sv: str, en: str, attribute: str = "", *, plain: bool = False) -> Key:
    """A row of a table."""
    return Key(name, value, Text(sv, en), attribute, plain)


NOTE = k("note", TEXT, "En anteckning i fri text.", "A note in free text.", plain=True)
ID = k(
    "id", TEXT, "Ett eget id, när namnets eget inte duger.", "An id of its own, where the name's will not do.", plain=True
)

LEGAL_BASIS = Table(
    Text(sv="en laglig grund", en="a legal basis"),
    [
        k("ref", TEXT, "Vilken lag, förordning eller föreskrift det är, med paragraf.", "Which act, regulation or rule it is, with its section."),
        k("url", TEXT, "Var den går att läsa.", "Where it can be read."),
        k("as_of", DATE, "När någon senast läste den.", "When somebody last read it."),
    ],
)
VALIDATED = Table(
    Text(sv="en avstämning", en="a validation"),
    [
        k("at", DATE, "När beskrivningen senast stämdes av mot verkligheten.", "When the description was last held against reality."),
        k("method", _choice(p.ValidationMethod), "Hur den stämdes av.", "How it was held against reality."),
        k("by", ROLE, "Vilken roll som stämde av.", "Which role did so."),
    ],
)
LANE = Table(
    Text(sv="en bana", en="a lane"),
    [
        k("name", LABEL, "Rollens namn, aldrig en persons.", "The role's name, never a person's."),
        k("kind", _choice(LaneKind), "Vad det är som arbetar: människa, kund, annan organisation, system eller robot.",
          "What does the work: a person, the customer, another organisation, a system or a robot.", plain=True),
        k("parent", TEXT, "Id för banan runt om, när banor ligger i varandra.", "The id of the lane around it, where lanes are nested.", plain=True),
        NOTE,
    ],
)
SYSTEM = Table(
    Text(sv="ett system", en="a system"),
    [
        k("name", LABEL, "Vad systemet kallas.", "What the system is called."),
        k("vendor", TEXT, "Vem som levererar det.", "Who supplies it."),
        k("access", _choice(Access), "Hur man kommer åt det.", "How it is reached."),
        k("client", TEXT, "Vad man använder: webbläsare, installerat program eller fjärrskrivbord.", "What one uses: browser, installed program or remote desktop."),
        k("api", FLAG, "Om det går att nå utan skärmbilder.", "Whether it can be reached without screens."),
        k("owner", ROLE, "Vilken roll som förvaltar systemet.", "Which role looks after the system."),
        k("upgrades", TEXT, "När och hur ofta det uppgraderas.", "When and how often it is upgraded."),
        k("test_environment", FLAG, "Om det finns en testmiljö.", "Whether there is a test environment."),
        k("robot_allowed", FLAG, "Om avtal och licens tillåter en robot.", "Whether contract and licence allow a robot."),
        k("logon", TEXT, "Hur man loggar in.", "How one logs on."),
        k("screens", COUNT, "Hur många skärmbilder som används.", "How many screens are used."),
        NOTE,
    ],
)
DATUM = Table(
    Text(sv="en uppgift", en="a piece of data"),
    [
        k("name", LABEL, "Vad uppgiften kallas.", "What the data is called."),
        k("type", TEXT, "Vilket slags värde det är: text, number, date, money …", "What kind of value it is: text, number, date, money …"),
        k("format", TEXT, "Hur värdet ska se ut.", "What the value shall look like."),
        k("required", FLAG, "Om den måste finnas.", "Whether it must be there."),
        k("structure", _choice(Structure), "Hur ordnad den är, så att en robot kan läsa den.", "How structured it is, for a robot to read."),
        k("record", TEXT, "Var den rätta uppgiften finns.", "Where the true value is kept."),
        k("prefilled_from", TEXT, "Varifrån den kan hämtas i stället för att frågas efter.", "Where it can be fetched instead of asked for."),
        k("personal_data", _choice(PersonalData), "Om den är en personuppgift, och av vilket slag.", "Whether it is personal data, and of what kind."),
        k("record_type", TEXT, "Vilken handlingstyp den är i informationshanteringsplanen.", "Which record type it is in the records plan."),
        k("retention", TEXT, "Om det bevaras, eller när det gallras.", "Whether it is preserved, or when it is disposed of."),
        NOTE,
    ],
)
RULE = Table(
    Text(sv="en regel", en="a rule"),
    [
        k("says", TEXT, "Vad regeln säger, med egna ord.",
          "What the rule says, in plain words."),
        k("name", LABEL, "Vad regeln kallas.", "What the rule is called."),
        k("type", _choice(RuleType), "Vad regeln avgör.", "What the rule settles."),
        k("limits", Limits(), "Vilka gränser regeln har; de nämns i regeln inom klammer.", "Which limits the rule has; it names them in braces.", plain=True),
        k("source", TEXT, "Var regeln kommer ifrån: lag, beslut, vana.", "Where the rule comes from: law, decision, habit."),
        k("deterministic", FLAG, "Om två handläggare alltid svarar lika.", "Whether two case officers always answer alike."),
        k("owner", ROLE, "Vilken roll som får ändra regeln.", "Which role may change the rule."),
        k("cases", Cases(), "Vilka exempel som visar vad regeln betyder: givet, och väntat svar.", "Which examples show what the rule means: what is given, and the answer.", plain=True),
        k("valid_from", DATE, "Från när regeln gäller.", "From when the rule holds."),
        NOTE,
    ],
)
DECISION = Table(
    Text(sv="ett beslut", en="a decision"),
    [
        k("question", TEXT, "Vilken fråga som avgörs.", "Which question is settled."),
        k("decided_by", ROLES, "Vem som får besluta.", "Who may decide."),
        k("delegation", TEXT, "Vilken punkt i delegationsordningen som gäller.", "Which item of the delegation scheme holds."),
        k("automated", FLAG, "Om beslutet fattas utan människa.", "Whether it is taken without a human."),
        k("appeal", _choice(Appeal), "Hur det överklagas.", "How it is appealed."),
        k("motivation", TEXT, "Hur beslutet motiveras.", "How reasons are given."),
        k("communicated", TEXT, "Hur den som beslutet gäller får veta det.", "How those whom it concerns learn of it."),
    ],
)
MESSAGE_TABLE = Table(
    Text(sv="ett meddelande", en="a message"),
    [
        k("name", LABEL, "Vad meddelandet kallas.", "What the message is called."),
        k("from", TEXT, "Vem som skickar.", "Who sends it.", "sender"),
        k("to", TEXT, "Vem som tar emot.", "Who receives it.", "receiver"),
        k("channel", TEXT, "Hur det skickas.", "How it is sent."),
        NOTE,
    ],
)
PERSONA = Table(
    Text(sv="en persona", en="a persona"),
    [
        k("name", LABEL, "Vad personan kallas; en typ, aldrig en verklig person.", "What the persona is called; a type, never a real person."),
        k("segment", TEXT, "Vilken grupp det gäller.", "Which group it stands for."),
        k("needs", TEXTS, "Vad personen behöver.", "What the person needs."),
        k("access_needs", TEXTS, "Vad som krävs för att kunna använda tjänsten.", "What it takes to be able to use the service."),
        NOTE,
    ],
)
EVIDENCE = Table(
    Text(sv="ett underlag", en="evidence"),
    [
        k("name", LABEL, "Vad underlaget kallas.", "What the evidence is called."),
        k("method", TEXT, "Hur det togs fram.", "How it was gathered."),
        k("n", COUNT, "Hur många som tillfrågades eller sågs.", "How many were asked or seen."),
        k("at", DATE, "När det togs fram.", "When it was gathered."),
        NOTE,
    ],
)

SECTIONS: dict[str, Section] = {
    "lanes": Section("lanes", LANE, Lane),
    "systems": Section("systems", SYSTEM, System),
    "data": Section("data", DATUM, Data),
    "rules": Section("rules", RULE, Rule),
    "messages": Section("messages", MESSAGE_TABLE, Message),
    "personas": Section("personas", PERSONA, Persona),
    "evidence": Section("evidence", EVIDENCE, Evidence),
}


def _sections(*names: str) -> list[Key]:
    words = {
        "lanes": ("Vilka som arbetar.", "Who does the work."),
        "systems": ("Systemen som används.", "The systems that are used."),
        "data": ("Uppgifterna som läses och skrivs.", "The data that is read and written."),
        "rules": ("Reglerna som avgör.", "The rules that settle things."),
        "messages": ("Det som skickas till och från andra.", "What is sent to and from others."),
        "personas": ("Vilka tjänsten är till för.", "Whom the service is for."),
        "evidence": ("Vad påståendena vilar på.", "What the statements rest on."),
    }
    return [k(name, SECTIONS[name], *words[name], plain=True) for name in names]


IDENTIFICATION = Table(
    Text(sv="identification", en="identification"),
    [
        k("level", _choice(IdentificationLevel), "Vilken tillitsnivå som krävs.", "Which level of assurance is required."),
        k("issuers", WORDS, "Vilka e-legitimationer som duger.", "Which eIDs will do."),
        k("eidas", FLAG, "Om utländsk e-legitimation fungerar.", "Whether foreign eIDs work."),
        k("motive", TEXT, "Varför nivån är vald.", "Why the level was chosen."),
    ],
)
SIGNATURE = Table(
    Text(sv="signature", en="signature"),
    [
        k("kind", _choice(SignatureKind), "Vilket slags underskrift det är.", "What kind of signature it is."),
        k("motive", TEXT, "Varför underskrift krävs.", "Why a signature is required."),
    ],
)
GDPR = Table(
    Text(sv="gdpr", en="gdpr"),
    [
        k("purpose", TEXT, "Vilket ändamålet är.", "What the purpose is."),
        k("basis", TEXT, "Vilken den rättsliga grunden är.", "What the legal basis is."),
        k("dpia", TEXT, "Om en konsekvensbedömning är gjord.", "Whether an impact assessment has been made."),
        k("information", TEXT, "Var den enskilde får veta.", "Where the individual is told."),
    ],
)
E_SERVICE = Table(
    Text(sv="e_service", en="e_service"),
    [
        k("target_group", TEXT, "Vem tjänsten är till för.", "Whom it is for."),
        k("who_may_apply", WORDS, "Vem som får ansöka: den det gäller, ombud, vårdnadshavare.", "Who may apply: oneself, a representative, a guardian."),
        k("identification", Record(IDENTIFICATION, Identification), "Hur den som ansöker visar vem det är.", "How applicants show who they are."),
        k("signature", Record(SIGNATURE, Signature), "Om något skrivs under.", "Whether anything is signed."),
        k("fields", DATA, "Vilka uppgifter som frågas efter.", "Which data is asked for."),
        k("attachments", DATA, "Vilka bilagor som behövs.", "Which attachments are needed."),
        k("prefill", TEXT, "Vad som fylls i i förväg, och varifrån.", "What is filled in beforehand, and from where."),
        k("draft", FLAG, "Om man kan spara och fortsätta.", "Whether one can save and go on later."),
        k("completion", TEXT, "Hur en komplettering går till.", "How a completion is made."),
        k("fee", TEXT, "Vad det kostar, och hur det betalas.", "What it costs, and how it is paid."),
        k("receipt", TEXT, "Hur det kvitteras, och när det räknas som inkommet.", "How receipt is given, and when it counts as received."),
        k("statuses", WORDS, "Vilka lägen den sökande kan se.", "Which statuses the applicant can see."),
        k("integration", TEXT, "Hur uppgifterna når verksamhetssystemet.", "How the data reaches the case system."),
        k("registration", TEXT, "Hur det diarieförs.", "How it is registered."),
        k("delivery", WORDS, "Hur beslutet når fram.", "How the decision is delivered."),
        k("alternative_channel", TEXT, "Hur den gör som inte kan använda tjänsten.", "What those do who cannot use it."),
        k("languages", WORDS, "Vilka språk den finns på.", "Which languages it is in."),
        k("accessibility", TEXT, "Hur tillgängligheten är prövad.", "How accessibility has been tried."),
        k("gdpr", Record(GDPR, Gdpr), "Hur personuppgifterna hanteras.", "How personal data is handled."),
        k("owner", ROLE, "Vilken roll som äger tjänsten.", "Which role owns the service."),
    ],
)
DEADLINE = Table(
    Text(sv="en tidsfrist", en="a deadline"),
    [
        k("name", LABEL, "Vad fristen kallas.", "What the deadline is called."),
        k("within", DURATION, "Inom vilken tid.", "Within how long."),
        k("from", FLOW, "Vilket steg eller vilken händelse klockan räknas från.", "Which step or event the clock counts from.", "starts"),
        k("to", FLOW, "Vilket steg eller vilken händelse som ska ha hänt.", "Which step or event must have happened.", "ends"),
        k("source", TEXT, "Var fristen kommer ifrån.", "Where the deadline comes from."),
        k("extension", DURATION, "Hur mycket den kan förlängas.", "By how much it may be extended."),
        k("if_missed", TEXT, "Vad som händer när den inte hålls, och när klockan står still.", "What happens when it is missed, and when the clock stands still."),
    ],
)
HANDOVER = Table(
    Text(sv="en överlämning", en="a handover"),
    [
        k("medium", TEXT, "Hur ärendet lämnas över: kö, mejl, papper, muntligt.", "How the case is handed over: queue, e-mail, paper, orally."),
        k("acknowledged", FLAG, "Om mottagaren bekräftar.", "Whether the receiver acknowledges."),
        k("known_by_both", FLAG, "Om båda vet vad den andra gör.", "Whether both know what the other does."),
    ],
)
EXCEPTION = Table(
    Text(sv="ett undantag", en="an exception"),
    [
        k("name", TEXT, "Vad som inte går som vanligt.", "What may go otherwise than usual."),
        k("kind", _choice(a.ExceptionKind), "Om det är verksamheten eller tekniken.", "Whether it is the work or the technology."),
        k("action", TEXT, "Vad man gör då.", "What is done then."),
        k("informs", ROLES, "Vem som får veta.", "Who is told."),
        k("share", RATE, "Hur stor del av ärendena.", "What share of the cases."),
        k("flow", FLOW, "Stegen som följer.", "The steps that follow.", plain=True),
        k("to", FLOW, "Steget det går vidare till.", "The step it goes on to.", plain=True),
    ],
)

WHY = Key(
    "why", TEXT, Text(sv="Varför steget finns.", en="Why the step exists."), also={"source": "why_source"}
)
_COMMON = [
    ID,
    k("name", LABEL, "Namnet, när det ska finnas på två språk.", "The name, where it is to be in two languages."),
    k("lane", FLOW, "Vem som gör det.", "Who does it."),
    k("with", FLOW, "Vem mer som är med.", "Who else takes part.", "together_with"),
    WHY,
    k("why_source", TEXT, "Vad skälet vilar på: lag, beslut, vana.", "What the reason rests on: law, decision, habit."),
]
_TO = k("to", FLOW, "Steget det går vidare till.", "The step it goes on to.", plain=True)
_BPMN = k("bpmn", FLOW, "BPMN:s eget ord, där vardagsord saknas.", "BPMN's own word, where there is no everyday one.", plain=True)
_LAST = [NOTE, _BPMN, _TO]
_BRANCHES = k("branches", FLOW, "Vilka svar som finns, och vad som följer på vart och ett.", "Which answers there are, and what follows each.", plain=True)
_UNLESS = k("unless", FLOW, "Händelser som avbryter.", "Events that interrupt.", plain=True)
_MEANWHILE = k("meanwhile", FLOW, "Händelser som inte avbryter.", "Events that do not interrupt.", plain=True)

_KNOWLEDGE = [
    k("approves", ROLES, "Vem som godkänner.", "Who approves."),
    k("consults", ROLES, "Vem som rådfrågas.", "Who is consulted."),
    k("informs", ROLES, "Vem som får veta.", "Who is told."),
    k("backup", ROLES, "Vem som gör det när den vanliga är borta.", "Who does it when the usual one is away."),
    k("persons_who_can", COUNT, "Hur många som kan göra det.", "How many are able to do it."),
    k("system", SYSTEMS, "Vilka system som används.", "Which systems are used."),
    k("reads", DATA, "Vilka uppgifter som läses.", "Which data is read."),
    k("writes", DATA, "Vilka uppgifter som skrivs.", "Which data is written."),
    k("input_medium", _choice(a.InputMedium), "Hur underlaget kommer.", "How the input arrives."),
    k("input_structure", _choice(Structure), "Hur ordnat underlaget är.", "How structured the input is."),
    k("judgement", _choice(a.Judgement), "Om det krävs en bedömning, och av vilket slag.", "Whether judgement is needed, and of what kind."),
    k("rule", RULES, "Vilka regler som avgör.", "Which rules settle it."),
    k("decision", Record(DECISION, Decision), "Vilket beslut som fattas.", "Which decision is taken."),
    k("touch_time", DURATION, "Hur länge någon arbetar med det.", "How long somebody works on it."),
    k("wait_time", DURATION, "Hur länge det ligger och väntar.", "How long it lies waiting."),
    k("volume", VOLUME, "Hur många det är.", "How many there are."),
    k("share", RATE, "Hur stor del av ärendena som kommer hit.", "What share of the cases comes here."),
    k("error_rate", RATE, "Hur ofta det blir fel.", "How often it goes wrong."),
    k("rework_time", DURATION, "Hur lång tid det tar att rätta.", "How long it takes to put right."),
    k("clicks", COUNT, "Ungefär hur många klick det är för ett ärende.", "About how many clicks it is for one case."),
    k("variation", _choice(a.Variation), "Om det görs på olika sätt.", "Whether it is done in different ways."),
    k("workaround", TEXT, "Vilken nödlösning som används, om någon.", "Which workaround is used, if any."),
    k("exceptions", Records(EXCEPTION, a.ExceptionCase), "Vad som kan gå annorlunda än vanligt.", "What may go otherwise than usual."),
    k("handover", Record(HANDOVER, a.Handover), "Hur det lämnas över till nästa.", "How it is handed over to the next."),
    k("personal_data", _choice(PersonalData), "Vilka slags personuppgifter som hanteras.", "What kind of personal data is handled."),
    k("secrecy", TEXT, "Vilken sekretess som gäller.", "Which secrecy holds."),
    k("authority", FLAG, "Om det är myndighetsutövning.", "Whether it is exercise of public authority."),
    k("record_type", TEXT, "Vilken handlingstyp det är.", "Which record type it is."),
    k("retention", TEXT, "Om det bevaras, eller när det gallras.", "Whether it is preserved, or when it is disposed of."),
    k("credentials", _choice(a.Credentials), "Hur man loggar in.", "How one logs on."),
    k("robot_account", FLAG, "Om en robot kan få ett eget konto.", "Whether a robot can have an account of its own."),
    k("human_takeover", ROLE, "Vem som tar över när roboten inte kan.", "Who takes over when the robot cannot."),
    k("automation", _choice(a.Automation), "Hur mycket som är automatiserat.", "How much is automated."),
    k("skills", TEXTS, "Vad man behöver kunna.", "What one needs to be able to do."),
    k("queue", TEXT, "Vilken arbetskö roboten hämtar ur.", "Which work queue the robot takes from."),
    k("sends", MESSAGES, "Vilka meddelanden som skickas.", "Which messages are sent."),
    k("message", MESSAGE, "Vilket meddelande som tas emot.", "Which message is received."),
    k("for_each", TEXT, "Vad det görs en gång för.", "What it is done once for each of."),
]
_STEP = [*_COMMON, *_KNOWLEDGE, _BRANCHES, _UNLESS, _MEANWHILE, *_LAST]
_INSIDE = k("flow", FLOW, "Stegen inuti.", "The steps inside.", plain=True)

ACTIVITY = Table(Text(sv="ett steg", en="a step"), _STEP)
SUBPROCESS = Table(Text(sv="en delprocess", en="a subprocess"), [*_STEP, _INSIDE])
CALL = Table(Text(sv="ett anrop", en="a call"), [*_STEP, k("process", FLOW, "Processen som anropas.", "The process that is called.", "calls")])
GATEWAY = Table(
    Text(sv="en fråga", en="a question"),
    [
        *_COMMON,
        *(key for key in _KNOWLEDGE if key.name in ("judgement", "rule", "decision", "system", "reads")),
        _BRANCHES,
        *_LAST,
    ],
)
TRIGGERS = [
    k("timer", TEXT, "Hur lång tid som ska ha gått, eller när det ska ske.", "How much time must have passed, or when it happens."),
    k("message", MESSAGE, "Vad det är som kommer in.", "What comes in."),
    k("condition", TEXT, "Vad som ska ha blivit sant.", "What must have become true."),
    k("signal", TEXT, "Vad som ropas ut till alla.", "What is called out to all."),
    k("error", TEXT, "Vad som gick fel.", "What went wrong."),
]
_MOMENT = [
    *(key for key in _KNOWLEDGE if key.name in ("system", "reads", "wait_time", "share")),
]
START = Table(Text(sv="en start", en="a start"), [*_COMMON, *TRIGGERS, *_MOMENT, *_LAST])
WAIT = Table(Text(sv="en väntan", en="a wait"), [*_COMMON, *TRIGGERS, *_MOMENT, _BRANCHES, _UNLESS, _MEANWHILE, *_LAST])
END = Table(
    Text(sv="ett slut", en="an end"),
    [
        *_COMMON, *TRIGGERS,
        k("terminate", FLAG, "Om allt annat också avbryts.", "Whether everything else is stopped too.", plain=True),
        *_MOMENT, *_LAST,
    ],
)
PATH = Table(
    Text(sv="en väg", en="a way"),
    [
        k("if", TEXT, "När svaret gäller, i ord.", "When the answer holds, in words.", "condition"),
        k("rule", RULES, "Vilken regel som avgör.", "Which rule settles it."),
        k("share", RATE, "Hur stor del som går hit.", "What share goes here."),
        k("lane", FLOW, "Vem som gör stegen på vägen.", "Who does the steps on the way.", plain=True),
        k("flow", FLOW, "Stegen.", "The steps.", plain=True),
        k("to", FLOW, "Steget det går vidare till.", "The step it goes on to.", plain=True),
    ],
)
EVENT = Table(
    Text(sv="en händelse", en="an event"),
    [ID, *TRIGGERS, k("name", LABEL, "Vad händelsen kallas.", "What the event is called."), k("share", RATE, "Hur ofta det händer.", "How often it happens."),
     NOTE, _BPMN, k("lane", FLOW, "Vem som gör stegen som följer.", "Who does the steps that follow.", plain=True), _INSIDE, _TO],
)

HEAD = [
    ID,
    k("language", Choice("sv", "en"), "Vilket språk kartan är skriven på.", "Which language the map is written in.", plain=True),
]
PROCESS = Table(
    Text(sv="en process", en="a process"),
    [
        k("process", LABEL, "Processens namn.", "The name of the process.", "name"),
        *HEAD,
        k("purpose", TEXT, "Varför processen finns, och för vem.", "Why the process exists, and for whom."),
        k("outcome", TEXT, "Vad som är sant när den är klar.", "What is true when it is done."),
        k("owner", ROLE, "Vilken roll som äger processen.", "Which role owns the process."),
        k("leader", ROLE, "Vilken roll som leder arbetet med den.", "Which role leads the work on it."),
        k("organisation", TEXT, "Vilken förvaltning eller nämnd det är.", "Which department or board it is."),
        k("legal_basis", Records(LEGAL_BASIS, p.LegalBasis), "Vilka lagar och regler den vilar på.", "Which laws and rules it rests on."),
        k("classification", TEXT, "Vilken beteckning den har i klassificeringsstrukturen.", "Which code it has in the classification scheme."),
        k("customer", TEXT, "Vem den är till för.", "Whom it is for."),
        k("life_event", TEXT, "Vilken livshändelse den hör till.", "Which life event it belongs to."),
        k("volume", VOLUME, "Hur många ärenden det är.", "How many cases there are."),
        k("peaks", TEXTS, "När det är som mest.", "When there are most."),
        k("lead_time", DURATION, "Hur lång tid det tar från början till slut.", "How long it takes from start to end."),
        k("frequency", _choice(p.Frequency), "Hur ofta den körs.", "How often it runs."),
        k("stability", _choice(p.Stability), "Hur mycket arbetssättet väntas ändras.", "How much the way of working is expected to change."),
        k("system_stability", _choice(p.Stability), "Hur mycket systemen väntas ändras.", "How much the systems are expected to change."),
        k("validity", TEXT, "Hur länge det som beslutas gäller.", "How long what is decided holds."),
        k("validated", Record(VALIDATED, p.Validation), "Hur beskrivningen är avstämd mot det verkliga arbetet.", "How the description was held against the real work."),
        k("documentation", _choice(p.Documentation), "Vad som redan finns skrivet.", "What is written down already."),
        k("pains", TEXTS, "Vad som skaver.", "What chafes."),
        k("benefits", TEXTS, "Vad en förändring skulle ge.", "What a change would bring."),
        k("automate", FLOW, "Vad som ska automatiseras.", "What is to be automated."),
        k("robot_owner", ROLE, "Vilken roll som ser till att roboten fungerar.", "Which role keeps the robot running."),
        k("gdpr", Record(GDPR, Gdpr), "Hur personuppgifterna hanteras i processen.", "How personal data is handled in the process."),
        k("e_service", Record(E_SERVICE, EService), "Hur e-tjänsten ska fungera.", "How the e-service is to work."),
        k("deadlines", Records(DEADLINE, Deadline), "Klockor som går mellan steg.", "Clocks that run between steps.", plain=True),
        *_sections("lanes", "systems", "data", "rules", "messages"),
        NOTE,
        k("lane", FLOW, "Vem som gör stegen där inget annat står.", "Who does the steps where nothing else is said."),
        k("flow", FLOW, "Stegen, uppifrån och ned.", "The steps, from top to bottom.", plain=True),
    ],
)
POOL = Table(
    Text(sv="en deltagare", en="a pool"),
    [
        k("name", LABEL, "Vem som deltar.", "Who takes part."),
        k("process", FLOW, "Processen som visar vad den gör.", "The process that shows what it does.", plain=True),
        k("flow", FLOW, "Stegen, om de inte finns i en process.", "The steps, where no process has them.", plain=True),
        *_sections("lanes", "systems", "data", "rules"),
        k("lane", FLOW, "Vem som gör stegen där inget annat står.", "Who does the steps where nothing else is said.", plain=True),
        NOTE,
    ],
)
COLLABORATION = Table(
    Text(sv="en samverkan", en="a collaboration"),
    [
        k("collaboration", LABEL, "Samverkans namn.", "The name of the collaboration.", "name"),
        ID,
        k("pools", FLOW, "De som deltar, var och en med id först.", "Who takes part, each with its id first.", plain=True),
        *_sections("messages"),
        NOTE,
    ],
)
CATALOGUE = Table(
    Text(sv="en katalog", en="a catalogue"),
    [
        k("catalogue", LABEL, "Katalogens namn.", "The name of the catalogue.", "name"),
        ID,
        *_sections("lanes", "systems", "data", "rules", "personas", "evidence"),
        NOTE,
    ],
)
