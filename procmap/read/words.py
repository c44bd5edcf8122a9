"""Swedish words that people write for a key or a value, and the word that the language has.

A second vocabulary would hurt sharing, so these are not accepted; but they are answered exactly.
"""

from __future__ import annotations

__all__ = [
    "CHANNEL_WORDS",
    "KEY_WORDS",
    "NOT_APPLICABLE_WORDS",
    "OTHER_WORDS",
    "UNKNOWN_WORDS",
    "VALUE_WORDS",
    "WHEN_WORDS",
]

KEY_WORDS: dict[str, str] = {
    "steg": "task", "uppgift": "task", "aktivitet": "task", "gör": "task", "step": "task",
    "activity": "task",
    "fråga": "exclusive", "beslutspunkt": "exclusive", "val": "exclusive", "om": "exclusive", "gateway": "exclusive",
    "question": "exclusive", "choice": "exclusive", "xor": "exclusive", "if": "exclusive",
    "samtidigt": "parallel", "parallellt": "parallel", "parallell": "parallel", "and": "parallel",
    "flera": "inclusive", "or": "inclusive",
    "vänta": "wait", "väntar": "wait", "väntan": "wait", "invänta": "wait",
    "inväntar": "wait", "vänta på": "wait", "väntar på": "wait", "wait for": "wait", "waits for": "wait",
    "waiting for": "wait",
    "persons": "persons_who_can", "people": "persons_who_can", "personer": "persons_who_can",
    "om inte": "unless", "såvida inte": "unless", "avbryts av": "unless",
    "under tiden": "meanwhile", "medan": "meanwhile", "samtidigt som": "meanwhile",
    "annars": "else", "övrigt": "else", "default": "else", "otherwise": "else",
    "till": "to", "gå till": "to", "hoppa till": "to", "goto": "to", "go to": "to", "next": "to", "nästa": "to",
    "slut": "end", "sluta": "end", "klart": "end", "stop": "end", "stopp": "end",
    "börjar": "start", "börja": "start", "början": "start", "begin": "start",
    "delprocess": "subprocess", "underprocess": "subprocess", "sub": "subprocess",
    "anropa": "call", "anrop": "call",
    "roll": "lane", "bana": "lane", "ansvarig": "lane", "utförare": "lane", "role": "lane", "vem": "lane",
    "who": "lane",
    "roller": "lanes", "banor": "lanes", "roles": "lanes", "aktörer": "lanes",
    "tid": "touch_time", "handläggningstid": "touch_time", "hanteringstid": "touch_time", "time": "touch_time",
    "duration": "touch_time",
    "väntetid": "wait_time", "ledtid": "lead_time",
    "varför": "why", "syfte": "purpose", "ändamål": "purpose", "resultat": "outcome", "utfall": "outcome",
    "ägare": "owner", "processägare": "owner", "processledare": "leader",
    "svar": "branches", "grenar": "branches", "gren": "branches", "alternativ": "branches", "answers": "branches",
    "options": "branches", "vägar": "branches",
    "flöde": "flow", "stegen": "flow", "steps": "flow", "tasks": "flow", "activities": "flow",
    "system": "systems", "verksamhetssystem": "systems", "it-system": "systems", "verktyg": "systems",
    "it-stöd": "systems", "programvara": "systems", "tool": "systems", "tools": "systems", "software": "systems",
    "uppgifter": "data", "information": "data",
    "regler": "rules", "regel": "rule", "lagstöd": "legal_basis", "lag": "legal_basis", "laglig grund": "legal_basis",
    "meddelande": "message", "meddelanden": "messages", "skickar": "sends", "skicka": "sends",
    "läser": "reads", "skriver": "writes", "indata": "reads", "utdata": "writes",
    "undantag": "exceptions", "avvikelser": "exceptions", "avvikelse": "exceptions", "exception": "exceptions",
    "överlämning": "handover", "handoff": "handover",
    "volym": "volume", "antal": "volume", "andel": "share", "felandel": "error_rate",
    "tidsfrist": "deadlines", "tidsfrister": "deadlines", "frist": "deadlines", "frister": "deadlines",
    "deadline": "deadlines",
    "beslut": "decision", "delegation": "decision", "bedömning": "judgement",
    "kommentar": "note", "anteckning": "note", "notering": "note", "comment": "note", "description": "note",
    "beskrivning": "note",
    "namn": "name", "titel": "name", "title": "name", "typ": "kind", "slag": "kind", "type": "kind",
    "tillsammans med": "with", "med": "with", "informerar": "informs", "rådfrågar": "consults",
    "godkänner": "approves", "ersättare": "backup", "reserv": "backup", "personuppgifter": "personal_data",
    "sekretess": "secrecy", "gallring": "retention", "handlingstyp": "record_type", "e-tjänst": "e_service",
    "etjänst": "e_service", "kund": "customer", "livshändelse": "life_event", "fördel": "benefits",
    "smärta": "pains", "problem": "pains", "nytta": "benefits", "källa": "source", "säger": "says",
    "gränser": "limits", "fall": "cases", "exempel": "cases", "process": "process", "karta": "process",
    "resa": "journey", "kundresa": "journey", "användarresa": "journey", "katalog": "catalogue",
    "samverkan": "collaboration", "variant": "variant", "frågor": "questions",
    "genväg": "workaround", "nödlösning": "workaround",
    "målgrupp": "target_group", "vem får söka": "who_may_apply", "identifiering": "identification",
    "legitimering": "identification", "inloggning": "identification", "underskrift": "signature",
    "signering": "signature", "fält": "fields", "bilaga": "attachments", "bilagor": "attachments",
    "förifyllt": "prefill", "förifyllnad": "prefill", "utkast": "draft", "komplettering": "completion",
    "avgift": "fee", "kvitto": "receipt", "kvittens": "receipt", "mottagningsbevis": "receipt",
    "status": "statuses", "statusar": "statuses", "diarieföring": "registration", "leverans": "delivery",
    "alternativ kanal": "alternative_channel", "tillgänglighet": "accessibility", "dataskydd": "gdpr",
    "nivå": "level", "utfärdare": "issuers", "motiv": "motive", "leverantör": "vendor", "åtkomst": "access",
    "uppgraderingar": "upgrades", "testmiljö": "test_environment", "skärmbilder": "screens",
    "överklagande": "appeal", "motivering": "motivation", "beslutas av": "decided_by", "beslutsfattare": "decided_by",
    "frekvens": "frequency", "toppar": "peaks", "dokumentation": "documentation", "klassning": "classification",
    "klassificering": "classification", "automatisering": "automation", "automatisera": "automate",
    "kompetens": "skills", "kompetenser": "skills", "klick": "clicks", "kö": "queue", "för varje": "for_each",
    "för var och en": "for_each", "myndighet": "authority", "omarbete": "rework_time", "förlängning": "extension",
    "obligatorisk": "required", "obligatoriskt": "required", "register": "record", "språk": "language",
}
"""A word written as a key → the key of the language; a key that is not allowed in its place is not proposed."""

OTHER_WORDS: dict[str, str] = {
    "tid": "timer", "tidsgräns": "timer", "tidsfrist": "timer", "frist": "timer", "väntetid": "timer",
    "klocka": "timer",
    "deadline": "timer", "time": "timer", "after": "timer", "efter": "timer", "inom": "within",
    "villkor": "condition", "fel": "error", "larm": "signal", "om": "if", "när": "if", "villkoret": "if",
    "syfte": "why", "ändamål": "why", "purpose": "why",
    "steg": "flow", "roll": "lanes", "regel": "rules", "system": "system", "verktyg": "system",
    "it-stöd": "system", "programvara": "system", "tool": "system", "tools": "system", "software": "system",
    "verksamhetssystem": "system", "it-system": "system", "meddelande": "messages", "från": "from",
    "värde": "value", "metod": "method", "av": "by", "datum": "at", "när det gäller": "if", "typ": "type",
    "språk": "languages", "inloggning": "logon",
    "resultat": "expect", "givet": "given", "förväntat": "expect", "paragraf": "ref", "länk": "url",
}
"""Second meanings of such words, for where the first is no key."""

UNKNOWN_WORDS = frozenset({
    "vet ej", "vet inte", "vet ingen", "ingen vet", "okänt", "okänd", "ej känt", "ej känd", "inte känt", "oklart",
    "oklar",
    "osäkert", "unknown", "not known", "don't know", "nobody knows", "unclear", "tbd", "tba", "?",
})
NOT_APPLICABLE_WORDS = frozenset({
    "n/a", "n.a", "na", "ej aktuellt", "inte aktuellt", "ej tillämpligt", "inte tillämpligt", "gäller inte",
    "gäller ej",
    "ej relevant", "inte relevant", "not applicable", "not relevant",
})
"""What people write for ``??`` and for ``n/a``."""

WHEN_WORDS = frozenset({"när", "efter", "inom", "om", "when", "after", "within", "in"})
"""What people write first where they say when something happens, and no role is called."""

VALUE_WORDS: dict[str, str] = {
    "ja": "true", "nej": "false", "yes": "true", "no": "false",
    "kund": "customer", "invånare": "customer", "medborgare": "customer", "sökande": "customer", "resident": "customer",
    "extern": "external", "externt": "external", "annan organisation": "external",
    "människa": "person", "medarbetare": "person", "roll": "person", "handläggare": "person", "human": "person",
    "datasystem": "system", "it-system": "system", "rpa": "robot", "bot": "robot",
    "papper": "paper", "skannat": "scanned", "skannad": "scanned", "digitalt": "digital", "muntligt": "oral",
    "strukturerad": "structured", "strukturerat": "structured", "fritext": "free_text", "bild": "image",
    "ostrukturerad": "free_text", "ostrukturerat": "free_text", "unstructured": "free_text", "löptext": "free_text",
    "halvstrukturerad": "semi_structured", "halvstrukturerat": "semi_structured",
    "e-post": "digital", "epost": "digital", "mejl": "digital", "email": "digital", "e-mail": "digital",
    "inga": "none", "ingen": "none", "inget": "none", "känsliga": "sensitive", "vanliga": "personal",
    "skyddade": "protected", "barn": "children",
    "dagligen": "daily", "varje dag": "daily", "varje vecka": "weekly", "veckovis": "weekly", "månadsvis": "monthly",
    "varje månad": "monthly", "årligen": "yearly", "varje år": "yearly", "vid behov": "on_event",
    "kvartalsvis": "quarterly",
    "lag": "law", "vana": "habit", "rutin": "policy", "mätt": "measured", "uppmätt": "measured", "gissning": "assumed",
    "gissat": "assumed",
    "antaget": "assumed", "antagande": "assumed", "observerat": "observed", "sett": "observed", "berättat": "told",
    "svenska": "sv", "engelska": "en", "swedish": "sv", "english": "en",
    "förvaltningsbesvär": "forvaltningsbesvar", "laglighetsprövning": "laglighetsprovning",
    "verksamhet": "business", "teknik": "application", "tekniskt": "application",
    "webb": "ui_web", "webbgränssnitt": "ui_web", "tjock klient": "ui_thick", "fil": "file",
    "karta": "map", "processkarta": "map", "rutinbeskrivning": "procedure", "workshop": "workshop",
    "observation": "observation", "genomgång": "walkthrough", "skrivbord": "desk",
    "före": "before", "innan": "before", "under": "during", "efter": "after", "efteråt": "after",
    "nuläge": "as_is", "nuläget": "as_is", "i dag": "as_is", "idag": "as_is",
    "önskat läge": "to_be", "önskat": "to_be", "börläge": "to_be", "nyläge": "to_be", "framtid": "to_be",
    "future": "to_be", "current": "as_is",
    "lika": "identical", "likadant": "identical", "delvis": "partial", "helt": "full", "planerad": "planned",
}
"""A word written as a value → the value of the language."""

CHANNEL_WORDS: dict[str, str] = {
    "webb": "web", "webbplats": "web", "webbsida": "web", "hemsida": "web", "website": "web",
    "e-tjänst": "eservice", "etjänst": "eservice", "e-service": "eservice", "e_service": "eservice",
    "e-post": "email", "epost": "email", "mejl": "email", "mail": "email", "e-mail": "email",
    "telefon": "phone", "telefonsamtal": "phone", "samtal": "phone", "call": "phone",
    "brev": "letter", "post": "letter", "digital brevlåda": "digital_mailbox", "digital post": "digital_mailbox",
    "kivra": "digital_mailbox", "besök": "in_person", "möte": "in_person", "fysiskt": "in_person", "visit": "in_person",
    "blankett": "paper_form", "papper": "paper_form", "form": "paper_form", "inget": "none", "ingen": "none",
}
"""A word written for a channel → the channel."""
