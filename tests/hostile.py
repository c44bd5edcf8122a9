"""Labels that want to be something else than text, for every target that procmap writes and escapes.

Tests of writers load this list by its path:

    HOSTILE = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
"""

from __future__ import annotations

__all__ = ["HOSTILE"]

HOSTILE: tuple[str, ...] = (
    # markup
    "</text><script>alert(1)</script>",
    "<b>fet</b>",
    "<",
    ">",
    "<>",
    "<<TABLE><TR><TD>1</TD></TR></TABLE>>",
    "<B>HTML-etikett för Graphviz</B>",
    "<![CDATA[<svg onload=alert(1)>]]>",
    "]]>",
    "<!--",
    "-->",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "&amp;",
    "&lt;b&gt;",
    "&#60;",
    "&",
    "A & B",
    "javascript:alert(1)",
    'x" onload="alert(1)',
    "x' onload='alert(1)",
    "a{color:red}</style>",
    "url(#a)",
    # quotes and backslashes
    '"',
    "'",
    '"Hej"',
    '\\"',
    "\\",
    "\\\\",
    "slutar med \\",
    "\\N",
    "\\G",
    "\\E\\T\\H\\L",
    "\\n",
    "\\l\\r",
    "a\\nb",
    # words of other languages
    "}; digraph { a -> b",
    "a:b:e",
    "a -> b [label=x]",
    "node",
    "subgraph",
    "strict",
    "# rad",
    "// rad",
    "{a|b|<p>c}",
    "{norm}",
    "%s %(a)s {0}",
    "=1+1",
    "| a | b |",
    "??",
    # spaces and line ends
    "",
    " ",
    "\t",
    "a\tb",
    "a\nb",
    "a\r\nb",
    "\n\n",
    "a\u2028b\u2029c",
    "a\u00a0b",
    "a\u200bb",
    "be\u00adslut",
    # what XML does not allow, and what only shows by what it does
    "a\x00b",
    "\x01\x02\x1f",
    "\x1b[31mröd\x1b[0m",
    "\x7f\x85\x9f",
    "a\ufffeb\uffffc",
    "\ud800",
    "\U0001fffe",
    "\ufeffa",
    "\u202eevil\u202c",
    "\u2066a\u2069",
    "\u200ea\u200f",
    # letters
    "Är ÅÄÖ åäö é ü",
    "a\u0308o\u0308",
    "日本語のラベル",
    "שלום عالم",
    "👩\u200d💻 🇸🇪 😀",
    "\U0001f600" * 40,
    "ﬁ ½ № € ≠ − …",
    # length
    "x" * 5_000,
    "Registreringsbeslutsunderlagsgranskningsprotokollsjustering" * 5,
    "ord " * 2_000,
    "-" * 300,
)
