"""``procmap schema [KIND]``: the JSON Schema of the documents people write."""

from __future__ import annotations

from pathlib import Path

from procmap.cli.command import command
from procmap.cli.output import print_bytes
from procmap.cli.parameters import argument, option
from procmap.cli.session import Session
from procmap.cli.values import PATH
from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["schema_command", "schema_text"]

_NO_KIND = Text(
    sv="{kind} är inget slags dokument. Det finns: {kinds}",
    en="{kind} is no kind of document. There is: {kinds}",
)


@command(
    Text(
        sv="Editorn föreslår då nycklar och visar fel medan du skriver. procmap init ordnar det åt en ny karta.",
        en="Your editor then suggests keys and shows faults while you write. procmap init sees to it for a new map.",
    ),
    Text(
        sv="SLAG är process eller catalogue; utan det gäller schemat alla slags dokument.",
        en="KIND is process or catalogue; without it the schema holds for documents of every kind.",
    ),
    examples=("procmap schema -o procmap.schema.json", "procmap schema process"),
)
@argument("kind", value=Text(sv="SLAG", en="KIND"), required=False)
@option(
    "-o", "--output", type=PATH, value=Text(sv="FIL", en="FILE"),
    words=Text(sv="Skriv hit i stället för på skärmen.", en="Write here instead of on the screen."),
)
def schema_command(session: Session, kind: str | None, output: str | None) -> None:
    text = schema_text(kind)
    if output is None:
        print_bytes(text)
        return
    from procmap.source.save import save

    save(Path(output), text.encode())


def schema_text(kind: str | None = None) -> str:
    """The schema of one kind of document, or of all of them; raises BadUsage for a kind that does not exist."""
    import json

    from procmap.read.schema import KINDS, schema

    if kind is not None and kind not in KINDS:
        raise BadUsage(_NO_KIND.fill(kind=kind, kinds=", ".join(KINDS)))
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
