"""First names that are common in Sweden: those that are nothing else, and those that are also a word.

Enough to see that *Anna Andersson* is a person and *Teknisk Chef* is not; a name that is missing is not seen.
"""

from __future__ import annotations

__all__ = ["ALSO_WORDS", "ONLY_NAMES"]


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


ONLY_NAMES = _set(
    """
    Agneta Ahmad Ahmed Aino Albin Alexander Alexandra Alice Amanda Amina Anders Andreas Anette Anita Ann Ann-Marie
    Anna Anne Anneli Annelie Annika Anton Arne Arvid Axel Barbro Beata Bengt Berit Bernt Birgit Birgitta Bodil Britt
    Börje Camilla Carina Carl Carolina Caroline Cecilia Charlotte Christer Christian Christina Claes Dan Daniel
    David Eleonor Elin Elisabet Elisabeth Elsa Emelie Emil Emilia Emma Erik Erika Eva Fatima Felicia Filip Fredrik
    Frida Gabriella Gerd Gudrun Gunilla Gunnar Gustaf Gustav Göran Gösta Göte Hanna Hannah Hans Hassan Helen Helena
    Helene Henrik Hugo Håkan Ida Ingegerd Ingela Inger Ingmar Ingrid Isabella Isak Jakob Jenny Jens Jesper Jessica
    Joakim Johan Johanna Johannes John Johnny Jonas Josefin Josefine Julia Jörgen Kajsa Karin Karl Karl-Erik
    Katarina Kenneth Kent Kerstin Kjell Klara Kristian Kristin Kristina Kristoffer Lars Lars-Erik Leif Lena Lennart
    Lina Linda Linnea Linnéa Lisa Lotta Louise Lovisa Ludvig Magdalena Magnus Malin Marcus Margareta Maria Marianne
    Marie Markus Martin Mathias Matilda Mattias Michael Mikael Mohamed Mohammad Mohammed Monica Monika Muhammad
    Märta Niklas Nils Ola Olle Olof Oscar Oskar Patric Patrik Paulina Pernilla Peter Petra Pia Pontus Rebecka
    Richard Rickard Roger Roland Rolf Sandra Sara Sarah Sebastian Simon Sofia Sofie Sonja Stefan Stina Sture Susanna
    Susanne Sven Sven-Erik Teresa Therese Thomas Tomas Tommy Torbjörn Tove Ulf Ulla Ulrica Ulrika Urban Veronica
    Veronika Victoria Viktor Viktoria Viveka Yvonne Åke Åsa
    """
)

ALSO_WORDS = _set(
    "Alma Bill Björn Bo Dag Ebba Frank Gun Iris Jan Kaj Love Maj Mark Mats Max My Ove Per Rose Rune Siv Sten Stig Tage "
    "Tor Vera Vilma Will"
)
"""Taken for a name only before a surname that can be nothing else."""
