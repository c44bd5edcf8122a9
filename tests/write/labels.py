"""Labels that want to be something else: the same list for every target that procmap writes."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["HOSTILE", "labels"]

HOSTILE: tuple[str, ...] = (
    "Är ansökan komplett?", "Klart?", "Hej: hopp", "Hej:hopp", "Klockan 8:30", "LIVSFS 2022:8, 2 §", "http://a.se/b#c",
    "mailto:a", "urn:x", "a #b", "#b", "C#", "a# b", "- streck", "-streck", "--", "---", "--- a", "...", "-1", "−1", "– a",
    "• a", "1. a", "1) a", "12", "0123", "1e3", "8:30:00", "2026-11-23", "true", "false", "yes", "no", "ja", "nej", "on",
    "null", "Null", "~", "~a", "=", "<<", "<", ">", "> a", "|", "| a", "|-", "!", "!Akut", "!!str a", "&a", "*a", "*", "%", "% a",
    "%YAML 1.1", "@a", "`a`", '"', "'", '"a"', "'a'", 'a "b" c', "a 'b' c", "it's", '"a" b', "'a' b", 'a"', "a\\", "\\n", "\\x41",
    "[", "]", "[a]", "[a, b]", "{", "}", "{a}", "{a: b}", "a {b} c", "a }", "a, b", ",", ", a", "a,", "?", "? a", "?a", "a ?", "a: ? b",
    "a: ?", "??? ", "a ??", "n/a ", " n/a", "N/A", " a", "a ", "  ", " ", "\t", "a\tb", "\ta", "a\nb", "\n", "a\n", "\na", "a\n\nb",
    "a\r\nb", "a\rb", "- a\n- b", "a: b\nc: d", "a\n  b", "a\n# b", "x" * 70 + "\nen rad till", "x" * 70 + "\n\n- rad",
    "x" * 70 + "\nnyckel: värde # nej", "x" * 70 + "\n---\nprocess: B", "a\xa0b", "\xa0a", "a:\xa0b", "-\xa0a", "a\u2003b", "a\u200bb",
    "be\xadslut", "\ufeffa", "a\x85b", "a\u2028b", "a\u2029b", "\x00", "a\x07b", "\x1b[31m", "\x7f", "a\u0308", "\u0308", "\u212b",
    "=\u0338", "å", "Ö", "é", "日本語", "👩\u200d💻", "\U0001f600", "\ue000", "\ufffe", "\uffff", "\u202eabc", "🇸🇪", "-0", "+1", "(a)", "a)",
    "<script>alert(1)</script>", "$(rm)", "${a}", "{{a}}", "%s", "\\", "/", "a/b", "../a", "x" * 1200, "Å " * 500 + "å", "else", "annars",
    "default", "task", "wait", "end", "Tasks", "flow", "process", "process: B\nflow: []", "value", "disputed", "sv", "_", "-", ".", "1",
    "a|b", "a>b", "a - >", "a: |", "a: >", "note: |", "*  a", "a\\: b", "ä:\u00a0ö",
)  # fmt: skip

_signs = st.sampled_from([*" \t\n:#-?!&*|>'\"%@`,[]{}\\~=<", "a", "b", "å", "1", "\xa0", "\u200b", "\u0308", "\U0001f600", "\x00"])


def labels(max_size: int = 12) -> st.SearchStrategy[str]:
    """Hostile labels, mixtures of the signs that mean something, and any text that can be written in UTF-8."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)
    return st.one_of(st.sampled_from(HOSTILE), st.text(_signs, max_size=max_size), anything)
