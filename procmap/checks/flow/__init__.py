"""Does the flow hold together: starts, ends, answers, waits."""

from procmap.text import Text

LEFT_OUT: dict[str, Text] = {
    "7PMG: few arcs per node": Text(
        sv="Många pilar vid ett element gör bilden svårare att läsa, men de kan vara precis så som arbetet är.",
        en="Many arrows at one element make the picture harder to read, but may be just how the work is.",
    ),
    "7PMG: one start and one end": Text(
        sv="Ett avslag, en återkallelse och ett bifall är olika slut, och det är bra att de syns. Starter som inte går "
        "att skilja åt tar BPM056 upp.",
        en="A refusal, a withdrawal and an approval are different ends, and it is good that they show. Starts that "
        "cannot be told apart are for BPM056.",
    ),
    "7PMG: structured": Text(
        sv="Det som kan gå fel när vägar delas och möts bevisas (FLW030 till FLW034). Där inget går fel är formen en "
        "smaksak.",
        en="What may go wrong where ways part and meet is proved (FLW030 to FLW034). Where nothing goes wrong the "
        "shape is a matter of taste.",
    ),
    "7PMG: no inclusive gateway": Text(
        sv="”En eller flera av vägarna” är ofta det som händer, som när grannar och remissinstanser hörs. Att undvika "
        "det är en fråga om stil.",
        en="“One or more of the ways” is often what happens, as when neighbours and authorities are heard. Avoiding it "
        "is a matter of style.",
    ),
    "BPMN: handover count": Text(
        sv="Hur många överlämningarna är säger inget om hur de fungerar. Varje överlämning frågas om för sig (KNO003, "
        "KNO004, KNO005 och KNO035).",
        en="How many handovers there are says nothing of how they work. Each is asked about by itself (KNO003, KNO004, "
        "KNO005 and KNO035).",
    ),
}
