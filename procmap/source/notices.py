"""What can be wrong with a file as text, before anybody knows what it means (DOC001–DOC029, DOC090–DOC106).

Each message says what is wrong and what to write instead, in words for somebody who has never heard of YAML.
"""

from __future__ import annotations

from procmap.finding import Kind, Notice
from procmap.text import Text

__all__ = ["NOTICES", "notice"]

YAML_SOURCE = "YAML 1.1 (2005-01-18)"


def notice(
    code: str, name: str, kind: Kind, sv: str, en: str, why: tuple[str, str], source: str = YAML_SOURCE
) -> Notice:
    """A DOC notice: message and rationale in both languages, no question, since the file itself has the answer."""
    return Notice(code=code, name=name, kind=kind, message=Text(sv, en), rationale=Text(*why), source=source)


COLON = notice(
    "DOC001", "colon-in-text", "error",
    "Här kommer ett kolon till på samma rad, och då går den inte att tyda. Sätt citattecken om texten: {fix}",
    "Here is one colon more on the same line, so that it cannot be read. Put quotation marks around the text: {fix}",
    ("Kolon skiljer en nyckel från dess värde; ett till i meningen gör att raden kan läsas på två sätt.",
     "A colon parts a key from its value; one more in the sentence makes the line readable in two ways."),
)
TOO_DEEP = notice(
    "DOC002", "line-too-deep", "error",
    "Raden är för långt indragen. Börja den lika långt in som ”{above}” på rad {first}.",
    "The line is indented too far. Start it as far in as “{above}” on line {first}.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
SIGN_FIRST = notice(
    "DOC003", "sign-first", "error",
    "Texten börjar med tecknet ”{sign}”, som betyder något särskilt där. Sätt citattecken om den: {fix}",
    "The text starts with “{sign}”, a sign with a meaning of its own there. Put quotation marks around it: {fix}",
    ("Tecken som > * % @ [ {{ & ! | ` i början av en text styr hur filen läses.",
     "Signs such as > * % @ [ {{ & ! | ` at the start of a text steer how the file is read."),
)
QUOTES_INSIDE = notice(
    "DOC004", "quotes-inside", "error",
    "Citattecken först i en text måste stå om hela texten. Skriv {fix}",
    "Quotation marks at the start of a text must surround the whole text. Write {fix}",
    ("Allt efter det avslutande citattecknet skulle annars gå förlorat.",
     "Everything after the closing quotation mark would be lost otherwise."),
)
QUOTE_OPEN = notice(
    "DOC005", "quote-not-closed", "error",
    "Här börjar ett citattecken som aldrig slutar. Skriv {fix} eller ta bort det.",
    "A quotation mark opens here and is never closed. Write {fix} or take it away.",
    ("Utan det andra citattecknet hör resten av filen till texten.",
     "Without the second quotation mark the rest of the file belongs to the text."),
)
TAB = notice(
    "DOC006", "tab-as-indentation", "error",
    "Tabb i början av {lines}. Dra in med mellanslag i stället, två för varje steg. (De flesta redigerare kan ställas "
    "in på mellanslag i stället för tabb.)",
    "Tab at the start of {lines}. Indent with spaces instead, two for each step. (Most editors can be set to spaces "
    "instead of tabs.)",
    ("En tabb är olika bred i olika program, så ingen kan se vad raden hör till.",
     "A tab has another width in each program, so that nobody can see what the line belongs to."),
)
ODD_SPACE = notice(
    "DOC007", "odd-space", "error",
    "Hårt mellanslag på {lines}, sådant som följer med när man klistrar in från Word. Byt det mot ett vanligt "
    "mellanslag.",
    "Non-breaking space on {lines}, of the kind that comes along when pasting from Word. Replace it with an ordinary "
    "space.",
    ("Ett hårt mellanslag ser ut som ett vanligt men räknas som en bokstav.",
     "A non-breaking space looks like an ordinary one but counts as a letter."),
)
BARE_QUESTION = notice(
    "DOC008", "bare-question-mark", "error",
    "Ett ensamt frågetecken går förlorat när filen läses. Skriv {fix} (Två frågetecken, ??, betyder att ni har frågat "
    "och att ingen vet.)",
    "A question mark on its own is lost when the file is read. Write {fix} (Two question marks, ??, mean that you "
    "asked and that nobody knows.)",
    ("Ett ensamt frågetecken följt av mellanslag betyder något annat i filformatet.",
     "A lone question mark followed by a space means something else in the file format."),
)
UNKNOWN_IN_BRACES = notice(
    "DOC009", "unknown-in-braces", "error",
    "Inom {{ }} och [ ] måste ?? stå inom citattecken: {fix} Eller skriv uppgifterna på var sin rad.",
    "Within {{ }} and [ ] the sign ?? must stand in quotation marks: {fix} Or write the entries on lines of their own.",
    ("Inom klamrar och hakparenteser är frågetecknet ett styrtecken.",
     "Within braces and brackets a question mark is a control sign."),
)
COMMA_IN_BRACES = notice(
    "DOC010", "comma-in-braces", "error",
    "Inom {{ }} börjar en ny uppgift efter varje kommatecken, så ”{key}” blev en egen uppgift utan värde. Sätt "
    "citattecken om texten: {fix}",
    "Within {{ }} a new entry starts after each comma, so “{key}” became an entry of its own with no value. Put "
    "quotation marks around the text: {fix}",
    ("Det som står efter kommatecknet skulle annars gå förlorat.", "What follows the comma would be lost otherwise."),
)
CUT_BY_HASH = notice(
    "DOC011", "cut-by-number-sign", "error",
    "Allt från {sign} läses som en kommentar och försvinner ur texten. Sätt citattecken om den: {fix}",
    "Everything from {sign} is read as a comment and lost from the text. Put quotation marks around it: {fix}",
    ("Ett nummertecken efter ett mellanslag börjar en kommentar.", "A number sign after a space starts a comment."),
)
TAGGED = notice(
    "DOC012", "exclamation-first", "error",
    "Texten börjar med utropstecken, och då försvinner ”{tag}”. Sätt citattecken om texten: {fix}",
    "The text starts with an exclamation mark, and “{tag}” is lost. Put quotation marks around the text: {fix}",
    ("Ett ord med utropstecken först är en styrkod i filformatet.",
     "A word with an exclamation mark first is a control code in the file format."),
)
DUPLICATE_KEY = notice(
    "DOC013", "duplicate-key", "error",
    "”{key}” står två gånger här, först på rad {first}. Behåll det ena, eller för ihop dem.",
    "“{key}” stands here twice, first on line {first}. Keep one, or merge the two.",
    ("Bara det ena kan gälla, och ingen kan veta vilket som var menat.",
     "Only one can hold, and nobody can know which was meant."),
)
ALIAS = notice(
    "DOC014", "star-or-ampersand-first", "error",
    "Texten börjar med tecknet ”{sign}”, som betyder något särskilt där. Sätt citattecken om den: {fix} "
    "(Är det menat som en hänvisning: procmap har inga sådana. Skriv ut texten på båda ställena.)",
    "The text starts with “{sign}”, a sign with a meaning of its own there. Put quotation marks around it: {fix} "
    "(If a reference is meant: procmap has no such. Write the text out in both places.)",
    ("Hänvisningar gör att en ändring på ett ställe ändrar ett annat utan att det syns.",
     "References make a change in one place change another unseen."),
)
MERGE_KEY = notice(
    "DOC015", "reference-sign", "error",
    "procmap har inga hänvisningar med &, * och <<. Skriv ut uppgifterna på varje ställe där de gäller.",
    "procmap has no references by &, * and <<. Write the entries out wherever they hold.",
    ("En karta ska gå att läsa rad för rad.", "A map can be read line by line."),
)
DASH_TOO_DEEP = notice(
    "DOC016", "dash-out-of-line", "error",
    "Strecket står inte under de andra strecken i listan. Börja det lika långt in som strecket på rad {first}.",
    "The dash does not stand below the other dashes of the list. Start it as far in as the dash on line {first}.",
    ("Streck som hör till samma lista börjar lika långt in.", "Dashes of one list start equally far in."),
)
INDENTATION = notice(
    "DOC017", "uneven-indentation", "error",
    "Raden är för lite indragen. Börja den lika långt in som ”{above}” på rad {first}.",
    "The line is not indented enough. Start it as far in as “{above}” on line {first}.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
NO_COLON = notice(
    "DOC018", "colon-missing", "error",
    "Det saknas ett kolon. Skriv {fix}",
    "A colon is missing. Write {fix}",
    ("Kolon visar vad som är nyckel eller roll, och vad som hör till.",
     "The colon shows what is key or role, and what belongs to it."),
)
ROLE_EMPTY = notice(
    "DOC039", "role-before-colon-missing", "error",
    "Rollen före kolonet fattas. Skriv vem som gör det, eller ?? om ni har frågat och ingen vet. Har ni inte frågat "
    "än, skriv {fix}",
    "The role before the colon is missing. Write who does it, or ?? if you asked and nobody knows. If you have not "
    "asked yet, write {fix}",
    ("Före kolonet står vem som gör det, efter det vad som görs.",
     "Before the colon stands who does it, behind it what is done."),
)
NO_ROLE = notice(
    "DOC109", "step-with-keys-lacks-role", "error",
    "Ett steg med rader under sig börjar med vem som gör det, till exempel Handläggare och kolon. {when}, skriv {fix}",
    "A step with lines below it starts with who does it, for example Officer and a colon. {when}, write {fix}",
    ("Utan roll eller slag först går det inte att skriva något under steget.",
     "Without a role or a kind first, nothing can be written below the step."),
)
NO_SPACE = notice(
    "DOC019", "space-missing-after-colon", "error",
    "Det saknas ett mellanslag efter kolonet. Skriv {fix}",
    "A space is missing after the colon. Write {fix}",
    ("Utan mellanslag läses alltihop som en enda text.", "Without the space it is all read as one text."),
)
BRACKET_OPEN = notice(
    "DOC020", "bracket-not-closed", "error",
    "Här börjar ”{sign}” som aldrig slutar. Skriv {fix}",
    "Here “{sign}” opens and is never closed. Write {fix}",
    ("Klamrar och hakparenteser samlar flera värden och måste avslutas.",
     "Braces and brackets gather several values and must be closed."),
)
DASH_AFTER_KEY = notice(
    "DOC021", "dash-after-colon", "error",
    "Efter ”{key}” kan inget streck stå på samma rad. {how}",
    "No dash can stand on the same line after “{key}”. {how}",
    ("Varje punkt i en lista har en egen rad.", "Each item of a list has a line of its own."),
)
CONTROL_CHARACTER = notice(
    "DOC022", "control-character", "error",
    "Osynligt styrtecken ({what}) på {lines}. Ta bort det.",
    "Invisible control character ({what}) on {lines}. Take it away.",
    ("Styrtecken följer ibland med vid inklistring och syns inte.",
     "Control characters come along when pasting and cannot be seen."),
)
ENCODING = notice(
    "DOC023", "not-utf-8", "error",
    "Filen är inte sparad som UTF-8, så å, ä och ö kan bli fel. Den lästes som {guess}; spara om den som UTF-8.",
    "The file is not saved as UTF-8, so letters such as å, ä and ö may come out wrong. It was read as {guess}; save it "
    "again as UTF-8.",
    ("UTF-8 läses likadant överallt.", "UTF-8 is read alike everywhere."),
)
TOO_NESTED = notice(
    "DOC024", "too-deep", "error",
    "Här ligger mer än {limit} nivåer inuti varandra. Så djupt läser procmap inte; dela upp det.",
    "Here more than {limit} levels lie within each other. procmap does not read that deep; split it up.",
    ("Så djup är ingen karta som människor skriver.", "No map that people write is that deep."),
    "procmap",
)
NOT_UNDERSTOOD = notice(
    "DOC025", "line-not-understood", "error",
    "Raden ”{text}” går inte att läsa. Vanliga orsaker: fel indrag, ett citattecken eller en klammer som inte "
    "avslutas, ett kolon mitt i en mening. Sätt citattecken om texten, eller jämför indraget med raden ovanför.",
    "The line “{text}” cannot be read. Common causes: wrong indentation, a quotation mark or brace that is not "
    "closed, a colon in the middle of a sentence. Put quotation marks around the text, or compare the indentation with "
    "the line above.",
    ("Resten av filen har lästs utan den.", "The rest of the file was read without it."),
)
TOO_MANY = notice(
    "DOC026", "more-may-follow", "error",
    "Filen har så många skrivfel att resten inte är läst. Rätta dem ovan och kontrollera igen.",
    "The file has so many slips that the rest was not read. Mend those above and check again.",
    ("Efter många fel i rad blir gissningarna sämre än ingenting.",
     "After many faults in a row guesses are worse than nothing."),
    "procmap",
)
TOO_LARGE = notice(
    "DOC027", "too-many-parts", "error",
    "Filen har fler än {limit} delar. Så stor är ingen karta: dela upp den i flera filer.",
    "The file has more than {limit} parts. No map is that large: split it into several files.",
    ("Så stor är ingen karta som människor skriver.", "No map that people write is that large."),
    "procmap",
)
DIRECTIVE = notice(
    "DOC028", "percent-line", "error",
    "En rad kan inte börja med %. Ta bort raden, eller skriv # först om det är en kommentar.",
    "A line cannot start with %. Take the line away, or write # first if it is a comment.",
    ("Procenttecknet först på en rad är en styrkod i filformatet.",
     "A percent sign at the start of a line is a control code in the file format."),
)
LIST_SIGN = notice(
    "DOC029", "other-list-sign", "error",
    "”{sign}” i början av {lines} gör ingen lista. Skriv ett bindestreck och ett mellanslag: {fix}",
    "“{sign}” at the start of {lines} makes no list. Write a hyphen and a space: {fix}",
    ("Punkter, siffror och långa streck följer med från Word, men bara bindestreck gör en lista.",
     "Bullets, numbers and long dashes come along from Word, but only hyphens make a list."),
)
CONTINUED = notice(
    "DOC090", "sentence-on-two-lines", "error",
    "Raden ser ut att fortsätta meningen ovanför. Skriv hela meningen på en rad: {fix}",
    "The line seems to continue the sentence above. Write the whole sentence on one line: {fix}",
    ("En ny rad börjar annars något nytt.", "A new line starts something new otherwise."),
)
DASH_TIGHT = notice(
    "DOC091", "space-missing-after-dash", "error",
    "Det saknas ett mellanslag efter strecket på {lines}. Skriv {fix}",
    "A space is missing after the dash on {lines}. Write {fix}",
    ("Utan mellanslag hör strecket till ordet.", "Without the space the dash belongs to the word."),
)
LIST_WITHOUT_KEY = notice(
    "DOC092", "list-without-key", "error",
    "Här börjar en lista, men ingen rad före den säger vad den är. Skriv {key}: på en egen rad före.",
    "A list starts here, but no line before it says what it is. Write {key}: on a line of its own before it.",
    ("En lista hör alltid till en nyckel.", "A list always belongs to a key."),
)
NO_DASH = notice(
    "DOC093", "item-without-dash", "error",
    "Här fattas streck. Varje punkt i en lista börjar med ett streck och ett mellanslag: {fix}",
    "A dash is missing. Each item of a list starts with a dash and a space: {fix}",
    ("Strecket visar var nästa steg börjar.", "The dash shows where the next step starts."),
)
STRAY_TEXT = notice(
    "DOC094", "line-without-sign", "error",
    "Raden har varken streck eller kolon, så den hör inte till något. Är det en kommentar, skriv {fix}",
    "The line has neither dash nor colon, so it belongs to nothing. If it is a comment, write {fix}",
    ("Text utan tecken skulle annars gå förlorad.", "Text without a sign would be lost otherwise."),
)
NEW_DOCUMENT = notice(
    "DOC095", "documents-not-parted", "error",
    "Här verkar ett nytt dokument börja. Skriv tre bindestreck, ---, på en egen rad före det.",
    "A new document seems to start here. Write three hyphens, ---, on a line of their own before it.",
    ("Tre bindestreck skiljer dokument i samma fil.", "Three hyphens part documents in one file."),
)
WITHOUT_BRACES = notice(
    "DOC096", "braces-missing", "error",
    "Här står nycklar inuti en rad, och då behövs klamrar, {{ }}. Skriv {fix}",
    "Keys stand within a line here, which takes braces, {{ }}. Write {fix}",
    ("Klamrar visar vad som hör till raden; parenteser är vanlig text.",
     "Braces show what belongs to the line; parentheses are ordinary text."),
)
ROLE_IN_TO = notice(
    "DOC097", "role-in-to", "error",
    "Efter to står bara vad steget heter, inte vem som gör det. Skriv {fix}",
    "After to stands only what the step is called, not who does it. Write {fix}",
    ("Ett steg känns igen på vad som görs.", "A step is known by what is done."),
)

MORE_ALIKE = notice(
    "DOC098", "more-of-the-same", "error",
    "Samma slags fynd som på rad {first} finns också på {lines}.",
    "The same kind of finding as on line {first} is also on {lines}.",
    ("Så många fynd av samma slag har oftast en och samma orsak.",
     "So many findings of one kind mostly have one and the same cause."),
    "procmap",
)
MORE_IN_ALL = notice(
    "DOC106", "more-in-all", "error",
    "Det finns {count} fynd till i filen, på {lines}. Rätta de första, och kontrollera igen.",
    "There are {count} more findings in the file, on {lines}. Mend the first ones, and check again.",
    ("Ett fel högt upp i filen kan dra med sig många längre ned.",
     "A fault at the top of a file can bring many further down."),
    "procmap",
)
NO_TEXT = notice(
    "DOC105", "no-text-file", "error",
    "Filen är ingen textfil, utan {what}. Skriv kartan i en textfil vars namn slutar på .yaml.",
    "The file is no text file but {what}. Write the map in a text file whose name ends in .yaml.",
    ("Bara text kan läsas som karta; formatering och bilder går inte att tyda.",
     "Only text can be read as a map; formatting and pictures cannot be made out."),
    "procmap",
)
BELOW_KEY = notice(
    "DOC103", "below-its-key", "error",
    "Raden är fel indragen. Börja den {number} mellanslag längre in än ”{above}” på rad {first}.",
    "The line is indented wrongly. Start it {number} spaces further in than “{above}” on line {first}.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
FAR_LEFT = notice(
    "DOC104", "first-line-indented", "error",
    "Den första raden är indragen. Börja den längst till vänster.",
    "The first line is indented. Start it at the far left.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
NO_STEP_WORD = notice(
    "DOC133", "journey-line-without-its-word", "error",
    "En rad i en resa, med rader under sig, börjar med phase eller step och kolon. Skriv {fix}",
    "A line of a journey with lines below it starts with phase or step and a colon. Write {fix}",
    ("Utan ordet först går det inte att skriva något under raden.",
     "Without the word first, nothing can be written below the line."),
)
STEP_BESIDE = notice(
    "DOC131", "step-beside-its-answer", "error",
    "På svarets rad kan bara en mening stå. Skriv steget på raden under, indraget och med streck först: {fix}",
    "Only a sentence can stand on the line of the answer. Write the step on the line below, indented and with a dash "
    "first: {fix}",
    ("Vem som gör steget, eller vad det är för slag, hör till ett eget steg.",
     "Who does the step, or what kind it is, belongs to a step of its own."),
)
KEY_DASHED = notice(
    "DOC099", "key-with-dash", "error",
    "Nycklar under ett steg har inget streck, men det finns streck på {lines}. Skriv {fix}",
    "Keys below a step have no dash, but there are dashes on {lines}. Write {fix}",
    ("Strecket börjar ett nytt steg.", "The dash starts a new step."),
)

NOTICES: tuple[Notice, ...] = tuple(
    sorted((value for value in list(globals().values()) if isinstance(value, Notice)), key=lambda each: each.code)
)
"""All of them, in the order of their codes."""
