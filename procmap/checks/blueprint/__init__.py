"""Checks of where journey and processes meet: what stands behind a contact, and what a resident sees of the work."""

from procmap.text import Text

LEFT_OUT: dict[str, Text] = {
    "J46": Text(
        sv="En roll har ofta inget att göra på en stund, och kartan kan inte se om det är fel. Där arbete lämnas till "
        "en roll frågas om det (KNO035).",
        en="A role often has nothing to do for a while, and the map cannot see whether that is wrong. Where work is "
        "handed to a role it is asked about (KNO035).",
    ),
}
