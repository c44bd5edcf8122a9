"""What a file of BPMN says, held against the standard and against its own picture."""

from procmap.text import Text

LEFT_OUT: dict[str, Text] = {
    "BPMN: duplicate id": Text(
        sv="Sägs redan när filen läses (BPM010, DOC062 och DOC067), så ingen kontroll behövs.",
        en="Said when the file is read (BPM010, DOC062 and DOC067), so that no check is needed.",
    ),
    "BPMN: dangling reference": Text(
        sv="Sägs redan när filen läses (BPM011, BPM012 och DOC060), så ingen kontroll behövs.",
        en="Said when the file is read (BPM011, BPM012 and DOC060), so that no check is needed.",
    ),
    "BPMN: flow across border": Text(
        sv="Sägs redan när filen läses (BPM022, BPM023 och DOC065), så ingen kontroll behövs.",
        en="Said when the file is read (BPM022, BPM023 and DOC065), so that no check is needed.",
    ),
    "BPMN: incoming and outgoing disagree": Text(
        sv="Sägs redan när filen läses (BPM027 och BPM028), så ingen kontroll behövs.",
        en="Said when the file is read (BPM027 and BPM028), so that no check is needed.",
    ),
    "BPMN: diagram points nowhere": Text(
        sv="Sägs redan när filen läses (BPM029), så ingen kontroll behövs.",
        en="Said when the file is read (BPM029), so that no check is needed.",
    ),
    "BPMN: flows cross": Text(
        sv="Två pilar som korsar varandra gör bilden svårare att läsa, men de säger inget fel om arbetet.",
        en="Two arrows that cross make the picture harder to read, but say nothing wrong about the work.",
    ),
}
