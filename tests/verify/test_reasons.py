"""Why something is not known, in the words of the map."""

from __future__ import annotations

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, Task


def crosswise(answers: int) -> Process:
    """An inclusive gateway whose branches lead into one another, and a join that waits for two of them."""
    nodes = [Event(id="s", position="start"), Task(id="t", name="Registrera"), Gateway(id="g", kind="inclusive")]
    flows = [("s", "t"), ("t", "g"), ("a1", "j"), ("a5", "j")]
    for k in range(answers):
        nodes += [Task(id=f"a{k}"), Event(id=f"e{k}", position="end")]
        flows += [("g", f"a{k}"), (f"a{k}", f"e{k}"), (f"a{k}", f"a{(k + 3) % answers}")]
    nodes.append(Gateway(id="j", kind="inclusive"))
    return Process(
        id="p",
        nodes=tuple(nodes),
        flows=tuple(SequenceFlow(id=f"f{k}", source=a, target=b) for k, (a, b) in enumerate(flows)),
    )


def test_too_many_answers_are_told_by_where_they_are_given() -> None:
    proved = procmap.verify(crosswise(13))
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert "vägvalet efter ”Registrera”" in proved.reason("sv")
    assert "the choice after “Registrera”" in proved.reason("en")


def test_a_call_of_what_is_not_known_is_not_known() -> None:
    caller = Process(
        id="caller",
        nodes=(Event(id="s", position="start"), procmap.CallActivity(id="c", calls="p"), Event(id="e", position="end")),
        flows=(SequenceFlow(id="f0", source="s", target="c"), SequenceFlow(id="f1", source="c", target="e")),
    )
    map = procmap.ProcessMap(processes=(caller, crosswise(13)))
    proved = procmap.verify(caller, map=map)
    assert proved.verdict == "unknown"
    assert proved.properties["safeness"] is None


def test_a_message_inside_a_subprocess_is_told_by_its_name() -> None:
    map = procmap.read_text(
        """
collaboration: Samverkan
pools:
  sokande:
    name: Sökande
    flow:
      - task: Skicka ansökan
        sends: ansokan
  kommun:
    name: Kommun
    flow:
      - subprocess: Ta emot
        flow:
          - wait: Ansökan kommer
            message: ansokan
"""
    ).map
    proved = procmap.verify(map.collaborations[0], map=map)
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert "”Ansökan kommer”" in proved.reason("sv")
