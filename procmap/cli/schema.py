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

_WHICH = Text(sv="Vilket schema? Det finns: {kinds}", en="Which schema? There is: {kinds}")


@command(
    Text(
        sv="Med schemat föreslår editorn nycklar, förklarar dem och visar fel medan du skriver. procmap init ordnar "
        "det för en ny karta. Utan SLAG visas vilka scheman som finns.",
        en="With the schema your editor suggests keys, explains them and shows faults while you write. procmap init "
        "sees to it for a new map. Without KIND, the schemas that exist are listed.",
    ),
    examples=("procmap schema", "procmap schema process -o .procmap/process.schema.json"),
)
@argument("kind", value=Text(sv="SLAG", en="KIND"), required=False)
@option(
    "-o", "--output", type=PATH, value=Text(sv="FIL", en="FILE"),
    words=Text(sv="Skriv hit i stället för på skärmen.", en="Write here instead of on the screen."),
)
def schema_command(session: Session, kind: str | None, output: str | None) -> None:
    from procmap.read.schema import KINDS

    if kind is None:
        if output is not None:
            raise BadUsage(_WHICH.fill(kinds=", ".join(KINDS)))
        print_bytes("\n".join(KINDS) + "\n")
    elif output is None:
        print_bytes(schema_text(kind))
    else:
        from procmap.source.save import save

        save(Path(output), schema_text(kind).encode())


def schema_text(kind: str) -> str:
    """The schema of one kind of document as JSON; raises BadUsage for a kind that there is none of."""
    import json

    from procmap.read.schema import schema

    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
