"""``procmap init [DIR]``: a commented process to start from."""

from __future__ import annotations

from pathlib import Path

from procmap.cli.command import command
from procmap.cli.output import print_words
from procmap.cli.parameters import argument
from procmap.cli.schema import schema_text
from procmap.cli.session import Session
from procmap.cli.values import PATH
from procmap.errors import BadUsage
from procmap.source.shell import in_shell
from procmap.text import Text

__all__ = ["init_command"]

_MAP, _SCHEMA = "process.yaml", ".procmap/process.schema.json"

_TEMPLATE = Text(
    sv="""\
# yaml-language-server: $schema=.procmap/process.schema.json

# Så här arbetar vi. Byt ut exemplet, rad för rad. Det som står efter # är till för dig som läser.
process: Ansökan om parkeringstillstånd
purpose: Den som har svårt att gå kan parkera nära målet
owner: ??                                   # ?? betyder: vi har frågat, men ingen vet än

flow:
  - Sökande: Skickar in ansökan             # ett steg på varje rad: vem, kolon, vad
  - Registrator: Registrera ansökan
    why: Ansökan är en allmän handling      # det ni vet om steget står indraget under det
    system: Ärendesystemet
    touch_time: 5-10 min

  - Handläggare: Är ansökan komplett?       # en fråga; svaren står under branches
    branches:
      ja:                                   # inget mer: vidare till nästa steg
      nej:
        - Handläggare: Begär komplettering
        - wait: Kompletteringen kommer in   # här väntar ärendet
        - to: Är ansökan komplett?          # tillbaka till frågan

  - Handläggare: Besluta om tillstånd
  - Registrator: Skicka beslutet
  - end: Den sökande har fått sitt beslut
""",
    en="""\
# yaml-language-server: $schema=.procmap/process.schema.json

# This is how we work. Replace the example, line by line. What stands behind # is for you who read.
process: Application for a parking permit
purpose: Whoever finds it hard to walk can park close by
owner: ??                                   # ?? means: we have asked, but nobody knows yet

flow:
  - Applicant: Sends the application        # one step a line: who, colon, what
  - Registrar: Register the application
    why: The application is a public record # what you know of a step stands indented below it
    system: Case system
    touch_time: 5-10 min

  - Officer: Is the application complete?   # a question; the answers stand below branches
    branches:
      yes:                                  # no more: on to the next step
      no:
        - Officer: Ask for what is missing
        - wait: The rest arrives            # here the case waits
        - to: Is the application complete?  # back to the question

  - Officer: Decide on the permit
  - Registrar: Send the decision
  - end: The applicant has the decision
""",
)

_EXISTS = Text(
    sv="{path} finns redan och lämnas som den är. Välj en annan mapp: procmap init NY-MAPP",
    en="{path} exists already and is left as it is. Choose another folder: procmap init NEW-FOLDER",
)
_A_FILE = Text(
    sv="procmap init tar en mapp, och {path} ser ut som en fil. Filen heter alltid process.yaml och läggs i mappen. "
    "Skriv: procmap init {folder}",
    en="procmap init takes a folder, and {path} looks like a file. The file is always called process.yaml and is put "
    "in the folder. Write: procmap init {folder}",
)
_NEXT = Text(
    sv="""\
Skapade {made}

1. Öppna filen och byt ut exemplet mot hur ni arbetar.
2. Få frågor om det som är oklart:  procmap check {path}{lang}
3. Se den som en bild:              procmap draw {path}{lang}
""",
    en="""\
Made {made}

1. Open the file and replace the example with how you work.
2. Get questions about what is unclear:  procmap check {path}{lang}
3. See it as a picture:                  procmap draw {path}{lang}
""",
)


@command(
    Text(
        sv="Skriver process.yaml i mappen, och bredvid den ett schema som låter din editor föreslå nycklar. En fil som "
        "redan finns skrivs aldrig över.",
        en="Writes process.yaml in the folder, and beside it a schema that lets your editor suggest keys. A file that "
        "exists is never overwritten.",
    ),
    examples=("procmap init", "procmap init parkeringstillstånd"),
)
@argument("folder", value=Text(sv="MAPP", en="DIR"), required=False, default=".", type=PATH)
def init_command(session: Session, folder: str) -> None:
    from procmap.source.save import save

    if Path(folder).suffix.casefold() in (".yaml", ".yml"):
        shown = Path(folder).with_suffix("").as_posix()
        raise BadUsage(_A_FILE.fill(path=Path(folder).as_posix(), folder=in_shell(shown)))
    map, schema = Path(folder) / _MAP, Path(folder) / _SCHEMA
    if map.exists():
        raise BadUsage(_EXISTS.fill(path=map.as_posix()))
    if not schema.exists():
        save(schema, schema_text("process").encode(), replace=False)
    save(map, _TEMPLATE(session.language).encode(), replace=False)
    lang = f" --lang {session.asked}" if session.asked == "en" else ""
    path = map.as_posix()
    print_words(_NEXT(session.language, made=path, path=in_shell(path), lang=lang), colour=False)
