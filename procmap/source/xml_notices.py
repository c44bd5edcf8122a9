"""What can be wrong with an XML file as text, before anybody knows what it means (DOC149–DOC158)."""

from __future__ import annotations

import re

from procmap.finding import Notice
from procmap.source.notices import notice
from procmap.text import Text

__all__ = ["NOTICES", "WHY", "why"]

_XML = "W3C, Extensible Markup Language (XML) 1.0, 5th ed. (2008-11-26)"
_HERE = "procmap, gränser för främmande filer / bounds for files from elsewhere (README)"

MALFORMED = notice(
    "DOC150", "xml-malformed", "error",
    "Filen går inte att läsa som XML: {why} Öppna den i programmet som skrev den och exportera den på nytt.",
    "The file cannot be read as XML: {why} Open it in the program that wrote it, and export it again.",
    ("Är en fil trasig vet ingen vad resten av den skulle betyda.",
     "Where a file is broken nobody knows what the rest of it was meant to say."),
    _XML,
)
WRONG_BYTES = notice(
    "DOC151", "xml-wrong-bytes", "error",
    "Filen säger att den är skriven i {encoding}, men tecknet här är det inte (byte {byte}). Spara om filen som UTF-8, "
    "eller rätta encoding på första raden.",
    "The file says that it is written in {encoding}, but the character here is not (byte {byte}). Save the file anew "
    "as UTF-8, or correct encoding on the first line.",
    ("Läst ändå skulle å, ä och ö bli till skräptecken.", "Read all the same, å, ä and ö would turn into rubbish."),
    _XML,
)
UNKNOWN_ENCODING = notice(
    "DOC152", "xml-unknown-encoding", "error",
    "”{encoding}” på första raden är ingen teckenkodning som procmap läser. Spara om filen som UTF-8.",
    "“{encoding}” on the first line is no encoding that procmap reads. Save the file anew as UTF-8.",
    ("Utan rätt teckenkodning går texten inte att tyda.", "Without the right encoding the text cannot be made out."),
    _XML,
)
DOCTYPE = notice(
    "DOC153", "xml-doctype", "error",
    "Filen har en DOCTYPE. Sådana kan hämta eller blåsa upp innehåll, så procmap läser inte filen. BPMN behöver ingen: "
    "ta bort den.",
    "The file has a DOCTYPE. Such can fetch content or blow it up, so that procmap does not read the file. BPMN needs "
    "none: take it away.",
    ("En dokumenttyp kan låta filen läsa andra filer eller växa utan gräns.",
     "A document type may let the file read other files or grow without bound."),
    "OWASP, XML External Entity Prevention (2025)",
)
TOO_DEEP = notice(
    "DOC154", "xml-too-deep", "error",
    "Här är elementen nästlade i fler än {most} nivåer. Så djup är ingen process: dela upp den.",
    "Here the elements are nested more than {most} deep. No process is that deep: split it up.",
    ("Det som är djupare är ett misstag eller ett angrepp.", "What is deeper is a mistake or an attack."),
    _HERE,
)
TOO_MANY = notice(
    "DOC155", "xml-too-many-parts", "error",
    "Filen har fler än {most} delar. Så stor är ingen process: dela upp den i flera filer.",
    "The file has more than {most} parts. No process is that large: split it into several files.",
    ("Det som är större är ett misstag eller ett angrepp.", "What is larger is a mistake or an attack."),
    _HERE,
)
EMPTY = notice(
    "DOC156", "xml-empty", "error",
    "Filen är tom.",
    "The file is empty.",
    ("En tom fil är oftast en som inte blev sparad.", "An empty file is mostly one that was not saved."),
    _HERE,
)
MISNAMED = notice(
    "DOC157", "xml-encoding-misnamed", "risk",
    "Filen säger att den är skriven i {encoding}, men den är i {actual} och lästes som det. Andra program kan visa fel "
    "tecken: spara om den som UTF-8.",
    "The file says that it is written in {encoding}, but it is in {actual} and was read as that. Other programs may "
    "show wrong characters: save it anew as UTF-8.",
    ("Program som litar på det som står läser filen fel, eller inte alls.",
     "Programs that trust what is written read the file wrongly, or not at all."),
    _XML,
)
NO_TEXT = notice(
    "DOC158", "xml-no-text", "error",
    "Filen är ingen XML, utan {what}. Exportera processen som BPMN 2.0 (XML) ur programmet som den är ritad i.",
    "The file is no XML but {what}. Export the process as BPMN 2.0 (XML) from the program that it was drawn in.",
    ("Bara det öppna formatet går att läsa i alla program.", "Only the open format can be read by all programs."),
    _HERE,
)
CUT_OFF = notice(
    "DOC149", "xml-cut-off", "error",
    "Filen tar slut mitt i {where}. Troligen blev den avbruten när den sparades eller skickades: hämta den på nytt, "
    "eller exportera den en gång till ur programmet som skrev den.",
    "The file ends in the midst of {where}. Most likely it was broken off when it was saved or sent: fetch it anew, or "
    "export it once more from the program that wrote it.",
    ("Vad som stod i resten vet bara den som har hela filen.",
     "What the rest of it said only those know who have the whole file."),
    _XML,
)

WHY: dict[int, Text] = {
    4: Text("den börjar inte med ett element.", "it does not start with an element."),
    5: Text("det kommer mer efter att det yttersta elementet har slutat.", "more follows after the outermost element."),
    9: Text("här står ett tecken som inte får finnas i XML.", "here is a character that XML does not allow."),
    26: Text("här står ett &namn; som ingen har förklarat.", "here is an &name; that nobody has explained."),
    38: Text("< inom ett attribut ska skrivas &lt;.", "< within an attribute is to be written &lt;."),
    39: Text("ett attribut saknar citattecken.", "an attribute lacks its quotation marks."),
    40: Text("ett attributs citattecken slutar aldrig.", "the quotation marks of an attribute are never closed."),
    41: Text("ett attribut är inte färdigskrivet.", "an attribute is not finished."),
    42: Text("ett attribut står två gånger på samma element.", "an attribute stands twice on one element."),
    45: Text("en kommentar slutar aldrig.", "a comment is never closed."),
    47: Text("<? slutar aldrig.", "<? is never closed."),
    63: Text("ett CDATA-avsnitt slutar aldrig.", "a CDATA section is never closed."),
    64: Text("<?xml …?> får bara stå allra först i filen.", "<?xml …?> may only stand at the very start of the file."),
    65: Text("det saknas ett mellanslag mellan två attribut.", "a space between two attributes is missing."),
    68: Text("& ska skrivas &amp;.", "& is to be written &amp;."),
    73: Text("en tagg saknar sitt >.", "a tag lacks its >."),
    76: Text("en sluttagg hör inte till elementet som är öppet.", "an end tag does not fit the element that is open."),
    77: Text("den slutar mitt i ett element.", "it ends in the midst of an element."),
    80: Text("en kommentar har -- inuti, eller slutar aldrig.", "a comment holds --, or is never closed."),
    110: Text("ett namn är orimligt långt.", "a name is unreasonably long."),
    114: Text("ett attribut är längre än 10 MB.", "an attribute is longer than 10 MB."),
    200: Text("ett prefix har en namnrymd som det inte får ha.", "a prefix has a namespace that it may not have."),
    202: Text("ett namn har mer än ett kolon.", "a name has more than one colon."),
    203: Text("ett attribut står två gånger på samma element.", "an attribute stands twice on one element."),
}
"""What libxml2 calls wrong, by its own numbers (libxml/xmlerror.h), in words."""
_OTHERWISE = Text("något är fel skrivet här.", "something is wrongly written here.")


_PREFIX = Text(
    "prefixet {prefix} är inte förklarat (xmlns:{prefix} saknas).",
    "the prefix {prefix} is not declared (xmlns:{prefix} is missing).",
)
_PREFIX_NAMED = re.compile(r"Namespace prefix (\S{1,40}) ")


def why(code: int, message: str = "") -> Text:
    """What one of libxml2's faults means, in words for somebody who has the file and not the standard."""
    if code == 201 and (found := _PREFIX_NAMED.search(message)):
        return _PREFIX.fill(prefix=found[1])
    return WHY.get(code, _OTHERWISE)


NOTICES: tuple[Notice, ...] = tuple(each for each in list(globals().values()) if isinstance(each, Notice))
"""Everything that can be said of XML as text."""
