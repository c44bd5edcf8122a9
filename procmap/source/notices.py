"""What can be wrong with a file as text, before anybody knows what it means (DOC001–DOC029).

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
    return Notice(
        code=code, name=name, kind=kind, message=Text(sv, en), rationale=Text(*why), source=source
    )


COLON = notice(
    "DOC001", "colon-in-text", "error",
    "Ett kolon med mellanslag efter får bara stå en gång på raden: före det står vem eller vad, efter det en mening. "
    "Skriv meningen inom citattecken: {fix}",
    "A colon followed by a space may stand only once on a line: before it who or what, after it a sentence. "
    "Write the sentence in quotation marks: {fix}",
    ("Kolon skiljer en nyckel från dess värde; ett till i meningen gör att raden kan läsas på två sätt.",
     "A colon parts a key from its value; one more in the sentence makes the line readable in two ways."),
)
TOO_DEEP = notice(
    "DOC002", "line-too-deep", "error",
    "Raden är indragen längre än raden ovanför, men ovanför står redan ett helt värde. Börja ”{text}” lika långt in "
    "som ”{above}”. Är det en fortsättning på meningen ovanför: skriv hela meningen inom citattecken.",
    "The line is indented further than the line above, but there is already a whole value above. Start “{text}” as "
    "far in as “{above}”. If it continues the sentence above, write the whole sentence in quotation marks.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
SIGN_FIRST = notice(
    "DOC003", "sign-first", "error",
    "Texten börjar med {sign}, som betyder något särskilt i början. Skriv den inom citattecken: {fix}",
    "The text starts with {sign}, which has a meaning of its own at the start. Write it in quotation marks: {fix}",
    ("Tecken som > * % @ [ {{ & ! | ` i början av en text styr hur filen läses.",
     "Signs such as > * % @ [ {{ & ! | ` at the start of a text steer how the file is read."),
)
QUOTES_INSIDE = notice(
    "DOC004", "quotes-inside", "error",
    "Citattecken omger antingen hela texten eller ingenting. Skriv {fix}",
    "Quotation marks surround either the whole text or nothing. Write {fix}",
    ("Allt efter det avslutande citattecknet skulle annars gå förlorat.",
     "Everything after the closing quotation mark would be lost otherwise."),
)
QUOTE_OPEN = notice(
    "DOC005", "quote-not-closed", "error",
    "Här börjar ett citattecken som aldrig avslutas. Sätt ett {quote} sist på raden, eller ta bort det första.",
    "A quotation mark opens here and is never closed. Put a {quote} at the end of the line, or take the first one away.",
    ("Utan det andra citattecknet hör resten av filen till texten.",
     "Without the second quotation mark the rest of the file belongs to the text."),
)
TAB = notice(
    "DOC006", "tab-as-indentation", "error",
    "Raden är indragen med tabb. Använd mellanslag, två för varje steg in. (I de flesta redigerare: välj ”mellanslag i "
    "stället för tabb”.)",
    "The line is indented with a tab. Use spaces, two for each step in. (In most editors: choose “spaces instead of "
    "tabs”.)",
    ("En tabb är olika bred i olika program, så ingen kan se vad raden hör till.",
     "A tab has another width in each program, so that nobody can see what the line belongs to."),
)
ODD_SPACE = notice(
    "DOC007", "odd-space", "error",
    "Raden har ett hårt mellanslag i indraget eller efter ett skiljetecken, så som det blir när man klistrar in från "
    "Word. Byt det mot ett vanligt mellanslag.",
    "The line has a non-breaking space in its indentation or after a sign, as happens when pasting from Word. Replace "
    "it with an ordinary space.",
    ("Ett hårt mellanslag ser ut som ett vanligt men räknas som en bokstav.",
     "A non-breaking space looks like an ordinary one but counts as a letter."),
)
BARE_QUESTION = notice(
    "DOC008", "bare-question-mark", "error",
    "Ett ensamt frågetecken sist eller först på raden blir tomt. Skriv ?? om ingen vet, eller hela frågan: {fix}",
    "A question mark on its own becomes nothing. Write ?? if nobody knows, or the whole question: {fix}",
    ("Ett ensamt frågetecken följt av mellanslag betyder något annat i filformatet.",
     "A lone question mark followed by a space means something else in the file format."),
)
UNKNOWN_IN_BRACES = notice(
    "DOC009", "unknown-in-braces", "error",
    "Inom {{ }} och [ ] måste ?? stå inom citattecken: {fix} Eller skriv värdena på var sin rad.",
    "Within {{ }} and [ ] the sign ?? must stand in quotation marks: {fix} Or write the values on lines of their own.",
    ("Inom klamrar och hakparenteser är frågetecknet ett styrtecken.",
     "Within braces and brackets a question mark is a control sign."),
)
COMMA_IN_BRACES = notice(
    "DOC010", "comma-in-braces", "error",
    "Inom {{ }} skiljer kommatecken en uppgift från nästa, så ”{key}” blev en egen uppgift utan värde. Skriv texten "
    "inom citattecken: {fix}",
    "Within {{ }} a comma parts one entry from the next, so “{key}” became an entry of its own with no value. Write "
    "the text in quotation marks: {fix}",
    ("Det som står efter kommatecknet skulle annars gå förlorat.", "What follows the comma would be lost otherwise."),
)
CUT_BY_HASH = notice(
    "DOC011", "cut-by-number-sign", "error",
    "Allt från {sign} läses som en kommentar, så texten slutar vid ”{text}”. Skriv den inom citattecken: {fix}",
    "Everything from {sign} is read as a comment, so the text ends at “{text}”. Write it in quotation marks: {fix}",
    ("Ett nummertecken efter ett mellanslag börjar en kommentar.", "A number sign after a space starts a comment."),
)
TAGGED = notice(
    "DOC012", "exclamation-first", "error",
    "Texten börjar med utropstecken, och då försvinner ”{tag}”. Skriv den inom citattecken: {fix}",
    "The text starts with an exclamation mark, and “{tag}” is lost. Write it in quotation marks: {fix}",
    ("Ett ord med utropstecken först är en styrkod i filformatet.",
     "A word with an exclamation mark first is a control code in the file format."),
)
DUPLICATE_KEY = notice(
    "DOC013", "duplicate-key", "error",
    "”{key}” står två gånger här (första gången på rad {first}). Behåll en, eller slå ihop dem.",
    "“{key}” stands here twice (first on line {first}). Keep one, or merge the two.",
    ("Bara den ena kan gälla, och ingen kan veta vilken som var menad.",
     "Only one can hold, and nobody can know which was meant."),
)
ALIAS = notice(
    "DOC014", "star-or-ampersand-first", "error",
    "Texten börjar med {sign}, som betyder något särskilt i början. Skriv den inom citattecken: {fix} (procmap har "
    "inga hänvisningar med & och *; skriv värdet på båda ställena eller samla det i en katalog.)",
    "The text starts with {sign}, which has a meaning of its own at the start. Write it in quotation marks: {fix} "
    "(procmap has no references by & and *; write the value in both places or gather it in a catalogue.)",
    ("Hänvisningar gör att en ändring på ett ställe ändrar ett annat utan att det syns.",
     "References make a change in one place change another unseen."),
)
MERGE_KEY = notice(
    "DOC015", "merge-key", "error",
    "<< finns inte i procmap. Skriv ut nycklarna där de gäller.",
    "There is no << in procmap. Write the keys out where they hold.",
    ("En karta ska gå att läsa rad för rad.", "A map can be read line by line."),
)
DASH_TOO_DEEP = notice(
    "DOC016", "dash-too-deep", "error",
    "Raden ”{text}” är indragen längre än strecket ovanför och blev en del av den texten. Börja strecket lika långt in "
    "som det ovanför.",
    "The line “{text}” is indented further than the dash above and became a part of that text. Start the dash as far in "
    "as the one above.",
    ("Streck som hör till samma lista börjar lika långt in.", "Dashes of one list start equally far in."),
)
INDENTATION = notice(
    "DOC017", "uneven-indentation", "error",
    "Raden ”{text}” börjar varken lika långt in som raden ovanför eller lika långt in som något den kan höra till. "
    "Rader som hör ihop börjar lika långt in; streck står under streck.",
    "The line “{text}” starts neither as far in as the line above nor as far in as anything it can belong to. Lines "
    "that belong together start equally far in; dashes stand below dashes.",
    ("Hur långt in en rad börjar avgör vad den hör till.", "How far in a line starts decides what it belongs to."),
)
NO_COLON = notice(
    "DOC018", "colon-missing", "error",
    "”{text}” saknar kolon. Skriv {fix}",
    "“{text}” lacks a colon. Write {fix}",
    ("Kolon visar att det är en nyckel, och vad som hör till den.",
     "The colon shows that it is a key, and what belongs to it."),
)
NO_SPACE = notice(
    "DOC019", "space-missing-after-colon", "error",
    "Det saknas ett mellanslag efter kolonet. Skriv {fix}",
    "A space is missing after the colon. Write {fix}",
    ("Utan mellanslag läses alltihop som en enda text.", "Without the space it is all read as one text."),
)
BRACKET_OPEN = notice(
    "DOC020", "bracket-not-closed", "error",
    "Här börjar ”{sign}” som inte avslutas på rätt sätt. Skriv ”{close}” där det slutar, eller sätt citattecken om "
    "hela texten: {fix}",
    "Here “{sign}” opens and is not closed properly. Write “{close}” where it ends, or put quotation marks around the "
    "whole text: {fix}",
    ("Klamrar och hakparenteser samlar flera värden och måste avslutas.",
     "Braces and brackets gather several values and must be closed."),
)
DASH_AFTER_KEY = notice(
    "DOC021", "dash-after-colon", "error",
    "Ett streck kan inte stå direkt efter ”{key}”. Börja en ny rad med strecket.",
    "A dash cannot stand right after “{key}”. Start a new line with the dash.",
    ("Varje punkt i en lista har en egen rad.", "Each item of a list has a line of its own."),
)
CONTROL_CHARACTER = notice(
    "DOC022", "control-character", "error",
    "Raden innehåller ett osynligt styrtecken ({what}). Ta bort det.",
    "The line holds an invisible control character ({what}). Take it away.",
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
    "Här ligger mer än {limit} nivåer inuti varandra; det läses inte.",
    "Here more than {limit} levels lie within each other; that is not read.",
    ("Så djup är ingen karta som människor skriver.", "No map that people write is that deep."),
    "procmap",
)
NOT_UNDERSTOOD = notice(
    "DOC025", "line-not-understood", "error",
    "Raden ”{text}” går inte att läsa. Vanliga orsaker: fel indrag, ett citattecken eller en parentes som inte "
    "avslutas, ett kolon mitt i en mening. Skriv texten inom citattecken, eller jämför indraget med raden ovanför.",
    "The line “{text}” cannot be read. Common causes: wrong indentation, a quotation mark or bracket that is not "
    "closed, a colon in the middle of a sentence. Write the text in quotation marks, or compare the indentation with "
    "the line above.",
    ("Resten av filen har lästs utan den.", "The rest of the file was read without it."),
)
TOO_MANY = notice(
    "DOC026", "more-may-follow", "error",
    "Filen har så många skrivfel att resten inte har lästs. Rätta dem ovan och kontrollera igen.",
    "The file has so many slips that the rest was not read. Mend those above and check again.",
    ("Efter många fel i rad blir gissningarna sämre än ingenting.",
     "After many faults in a row guesses are worse than nothing."),
    "procmap",
)
TEXT_AND_MORE = notice(
    "DOC027", "several-lines-in-one", "risk",
    "”{text}” står på flera rader utan streck eller kolon och blev en enda text. Är det en lista: börja varje rad med "
    "ett streck. Är det svar: avsluta varje rad med kolon.",
    "“{text}” stands on several lines without dash or colon and became one text. If it is a list, start each line with "
    "a dash. If they are answers, end each line with a colon.",
    ("Rader utan tecken läses som en fortsättning på raden ovanför.",
     "Lines without a sign are read as a continuation of the line above."),
)
DIRECTIVE = notice(
    "DOC028", "percent-line", "error",
    "En rad kan inte börja med %. Ta bort raden, eller skriv # först om det är en kommentar.",
    "A line cannot start with %. Take the line away, or write # first if it is a comment.",
    ("Procenttecknet först på en rad är en styrkod i filformatet.",
     "A percent sign at the start of a line is a control code in the file format."),
)

NOTICES: tuple[Notice, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Notice))
"""All of them, in the order of their codes."""
