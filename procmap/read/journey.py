"""A journey document: whose way it is, its phases and steps, and where it meets the processes."""

from __future__ import annotations

from typing import Any

from procmap.model.catalogue import Evidence, Persona
from procmap.model.journey import Journey, Opportunity, Phase, Step
from procmap.model.knowledge import NOT_APPLICABLE, known
from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.elements import Elements
from procmap.read.journey_keys import JOURNEY, OPPORTUNITY, PHASE, STEP
from procmap.read.keys import SECTIONS
from procmap.read.kinds import KINDS
from procmap.read.known import unknown
from procmap.read.names import slug
from procmap.read.table import Table
from procmap.read.touchpoints import TouchpointReader
from procmap.read.values import is_id
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["read_journey"]

_STEPS = {"steps", "steg", "flow", "flöde"}
_STRUCTURAL = {"id", "persona", "processes", "phases", "personas", "evidence"}
_PERSONAS = Text(sv="dem som står under personas", en="those listed under personas")
_ONE_PERSONA = Text(
    sv="en enda persona, med namnet på samma rad eller name: och mer på raderna under",
    en="one persona only, with the name on the same line or name: and more on the lines below",
)
_PAINS = Text(sv="smärtorna i resan", en="the pains of the journey")


def read_journey(tree: Entries, id: str, desk: Desk, elements: Elements) -> Journey:
    """The journey that a document describes; what is wrong with it has been said."""
    return JourneyReader(desk, elements).journey(tree, id)


class JourneyReader:
    """Reads one journey."""

    def __init__(self, desk: Desk, elements: Elements) -> None:
        self.desk = desk
        self.touchpoints = TouchpointReader(desk, elements)
        self.written: dict[str, tuple[int, str]] = {}
        self.pains: list[str] = []
        self.addressed: list[tuple[Scalar, Ref]] = []
        self.inline: Persona | None = None

    def journey(self, tree: Entries, id: str) -> Journey:
        """Sections first, then the head, then the phases."""
        ref = Ref(self.desk.document)
        self._with_known_keys(tree, ref)
        sections: dict[str, Any] = {
            key.value: SECTIONS[key.value].read(value, self.desk, ref.of(key.value))
            for key, value in tree.entries
            if key.value in ("personas", "evidence") and not is_empty(value)
        }
        values = self._keys(tree, JOURNEY, _STRUCTURAL, ref)
        processes, persona, phases = tree.get("processes"), tree.get("persona"), tree.get("phases")
        if processes is not None:
            values["processes"] = self.touchpoints.meet(processes, ref)
        if persona is not None:
            values["persona"] = self._persona(persona, ref)
        if phases is not None:
            values["phases"] = self._phases(phases)
        for at, step in self.addressed:
            if at.value not in self.pains:
                hint = guess_hint(at.value, self.pains)
                self.desk.say(say.NO_SUCH, at, step, name=at.value, where=_PAINS, hint=hint)
        for name, make in (("personas", Persona), ("evidence", Evidence)):
            arisen = self.desk.sections[name].arisen
            for section_id, at in arisen.items():
                self.desk.place(Ref(ref.document, f"{name}/{section_id}"), at)
            own = tuple(sections.get(name) or ())
            values[name] = (*own, *(make(id=i, name=at.value) for i, at in arisen.items()))
        if self.inline is not None:
            values["personas"] = (*values["personas"], self.inline)
        return Journey(**{**values, "id": id})

    def _with_known_keys(self, tree: Entries, ref: Ref) -> None:
        """The keys put right; steps that stand in no phase are put into one."""
        steps = next((entry for entry in tree.entries if entry[0].value in _STEPS), None)
        if steps is not None and tree.get("phases") is None and not is_empty(steps[1]):
            self.desk.say(say.STEPS_WITHOUT_PHASE, steps[0], ref)
            at = steps[0]
            nameless = (Scalar("phase"), Scalar("", plain=False))
            phase = Entries([nameless, (Scalar("steps"), steps[1])], at.line, at.column)
            phases = (Scalar("phases", at.line, at.column, at.length), Items([phase], at.line, at.column))
            tree.entries = [phases if entry is steps else entry for entry in tree.entries]
        tree.entries = JOURNEY.known(tree.entries, self.desk, ref)

    def _keys(self, tree: Entries, table: Table, structural: set[str], ref: Ref) -> dict[str, Any]:
        plain = [entry for entry in tree.entries if entry[0].value not in structural]
        return table.read(plain, self.desk, ref)

    def _persona(self, tree: Tree, ref: Ref) -> Any:
        """A persona of the catalogue, or one described on the spot."""
        if isinstance(tree, Scalar):
            if is_empty(tree):
                self.desk.say(say.EMPTY_VALUE, tree, ref, key="persona")
                return None
            if tree.value[:2] == "??":
                return unknown(tree.value, self.desk)
            if tree.value == "n/a":
                return NOT_APPLICABLE
            self.desk.place(ref.of("persona"), tree)
            names = self.desk.sections["personas"]
            meant = names.nearest(tree.value)
            return self.desk.refer("personas", tree, ref.of("persona"), _PERSONAS) or (
                names.find(meant)[0] if meant else None
            )
        if not isinstance(tree, Entries):
            example = "persona: Nystartad företagare"
            self.desk.say(
                say.WRONG_SHAPE, tree, ref.of("persona"), key="persona", expected=_ONE_PERSONA, example=example
            )
            return None
        name = tree.get("name")
        id = slug(name.value) if isinstance(name, Scalar) and name.value else "persona"
        at = Ref(ref.document, f"personas/{id}")
        self.desk.place(at, tree)
        self.inline = Persona(**{"id": id, **SECTIONS["personas"].table.read(tree.entries, self.desk, at)})
        return id

    def _claim(self, key: Scalar, name: Any, own: Tree | None) -> str:
        label = str(name) if name is not None else key.value
        id = slug(label) if label[:2] != "??" else "unknown"
        if isinstance(own, Scalar) and own.value:
            if not is_id(own.value):
                self.desk.say(say.BAD_ID, own, id=own.value, fix=f"id: {slug(own.value)}")
            id = own.value if is_id(own.value) else slug(own.value)
        free, number = id, 2
        while free in self.written:
            free, number = f"{id}-{number}", number + 1
        if free != id and label[:2] != "??":
            first = self.written[id][0]
            self.desk.say(say.SAME_ID, key, name=label, id=id, first=first, proposal=free)
        self.written[free] = (key.line, label)
        return free

    def _listed(self, tree: Tree, key: str, table: Table, holder: Ref) -> list[Entries]:
        """The entries of a list of phases or steps; a bare text is a phase or step with a name alone."""
        found: list[Entries] = []
        items: list[Tree] = list(tree.items) if isinstance(tree, Items) else [tree]
        if isinstance(tree, Entries) and not any(table.meant(word.value) for word, _ in tree.entries):
            # Phases or steps by name, each with its keys below and no dash.
            items = [Entries([entry], entry[0].line, entry[0].column, entry[0].length) for entry in tree.entries]
        said = len(self.desk.findings)
        for item in items:
            if isinstance(item, Scalar) and item.value:
                item = Entries([(Scalar(key, item.line, item.column, 1), item)], item.line, item.column, item.length)
            if not isinstance(item, Entries) or not item.entries:
                expected = Text(sv="en lista: - {key}: namn", en="a list: - {key}: name").fill(key=key)
                self.desk.say(say.WRONG_SHAPE, item, holder, key=f"{key}s", expected=expected, example=f"- {key}: …")
                continue
            quiet = isinstance(tree, Entries) and len(self.desk.findings) > said
            found.append(self._headed(item, key, table, holder, quiet))
        return found

    def _headed(self, item: Entries, key: str, table: Table, holder: Ref, quiet: bool) -> Entries:
        """A phase or step with its name first; one that starts otherwise is said, and read as it was surely meant."""
        first, value = item.entries[0]
        if first.value == key:
            return item
        head = Scalar(key, first.line, first.column, first.length)
        own = next((entry for entry in item.entries if entry[0].value == key), None)
        meant = table.meant(first.value)
        rest = item.entries[1:]
        if own is None and meant is not None and meant.name == key:
            table.guess(first, self.desk, holder)
            own = (head, value)
        elif own is None and (first.value in KINDS or KEY_WORDS.get(first.value.casefold()) in KINDS):
            self.desk.say(say.SWEDISH_KEY, first, holder, key=first.value, guess=key)
            own = (head, value)
        elif own is not None or meant is not None:
            self.desk.say(say.DETAIL_FIRST_HERE, first, holder, key=first.value, first=key)
            own = own or (head, Scalar("", first.line, first.column, plain=False))
            rest = [entry for entry in item.entries if entry is not own]
        else:
            # A role, as on a step of a process, or the name with its keys below.
            name = value if isinstance(value, Scalar) and value.value else first
            if not quiet:
                self.desk.say(say.JOURNEY_HEAD, first, holder, key=first.value, fix=f"- {key}: {name.value}")
            own = (head, name)
            rest = [*(value.entries if isinstance(value, Entries) else ()), *rest]
        return Entries([own, *rest], item.line, item.column, item.length)

    def _phases(self, tree: Tree) -> tuple[Phase, ...]:
        found: list[Phase] = []
        seen: set[str] = set()
        for item in self._listed(tree, "phase", PHASE, Ref(self.desk.document, None, "phases")):
            name = item.get("phase")
            label = name.value if isinstance(name, Scalar) else ""
            own = item.get("id")
            id = own.value if isinstance(own, Scalar) and is_id(own.value) else slug(label)
            while id in seen:
                id = f"{id}-{len(seen) + 1}"
            seen.add(id)
            at = Ref(self.desk.document, f"phases/{id}")
            self.desk.place(at, item)
            item.entries = PHASE.known(item.entries, self.desk, at)
            values = self._keys(item, PHASE, {"id", "steps"}, at)
            steps = item.get("steps")
            if steps is not None and not is_empty(steps):
                values["steps"] = tuple(self._step(one) for one in self._listed(steps, "step", STEP, at))
            found.append(Phase(**{**values, "id": id}))
        return tuple(found)

    def _step(self, item: Entries) -> Step:
        key, value = item.entries[0]
        name = value.value if isinstance(value, Scalar) and value.value else None
        if isinstance(value, Entries):
            label = value.get("sv") or value.get("en")
            name = label.value if isinstance(label, Scalar) else None
        id = self._claim(key, name, item.get("id"))
        ref = Ref(self.desk.document, id)
        self.desk.place(ref, item)
        item.entries = STEP.known(item.entries, self.desk, ref)
        values = self._keys(item, STEP, {"id", "touchpoints", "opportunities"}, ref)
        self.pains += [p.text for p in known(values.get("pains")) or () if isinstance(p.text, str)]
        for name_, reader in (("touchpoints", self.touchpoints.read), ("opportunities", self._opportunities)):
            tree = item.get(name_)
            if tree is not None:
                self.desk.place(ref.of(name_), tree)
                if isinstance(tree, Scalar) and tree.value[:2] == "??":
                    values[name_] = unknown(tree.value, self.desk)
                elif isinstance(tree, Scalar) and tree.value == "n/a":
                    values[name_] = NOT_APPLICABLE
                elif is_empty(tree):
                    self.desk.say(say.EMPTY_VALUE, tree, ref, key=name_)
                else:
                    values[name_] = reader(tree, ref.of(name_))
        return Step(**{**values, "id": id})

    def _opportunities(self, tree: Tree, ref: Ref) -> tuple[Opportunity, ...]:
        found: list[Opportunity] = []
        for number, item in enumerate(tree.items if isinstance(tree, Items) else [tree], 1):
            at = ref.of("opportunities", str(number))
            self.desk.place(at, item)
            if isinstance(item, Scalar) and item.value:
                found.append(Opportunity(text=unknown(item.value, self.desk) if item.value[:2] == "??" else item.value))
                continue
            if not isinstance(item, Entries):
                self.desk.say(
                    say.WRONG_SHAPE, item, at, key="opportunities", expected=OPPORTUNITY.what, example="- text: …"
                )
                continue
            item.entries = OPPORTUNITY.known(item.entries, self.desk, at)
            plain = [entry for entry in item.entries if entry[0].value != "addresses"]
            values = OPPORTUNITY.read(plain, self.desk, at)
            addresses = item.get("addresses")
            if isinstance(addresses, Scalar) and addresses.value[:2] == "??":
                values["addresses"] = unknown(addresses.value, self.desk)
            elif addresses is not None:
                texts = addresses.items if isinstance(addresses, Items) else [addresses]
                wanted = [text for text in texts if isinstance(text, Scalar) and text.value]
                self.addressed += [(text, ref) for text in wanted]
                values["addresses"] = tuple(text.value for text in wanted)
            found.append(Opportunity(**values))
        return tuple(found)
