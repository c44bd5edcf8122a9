"""What is known of the work, by whom, and what nobody has been asked."""

from procmap.text import Text

LEFT_OUT: dict[str, Text] = {
    "KNO-008": Text(
        sv="Kartan säger aldrig något om enskilda personer, inte heller om någon snart slutar. KNO007 frågar om steget "
        "i stället: vem som tar över, och vem som kan lära sig det.",
        en="The map never says anything of single persons, nor whether somebody is about to leave. KNO007 asks about "
        "the step instead: who takes over, and who can learn it.",
    ),
}
