"""XML from anywhere: read with its places and encodings, or refused with a reason; nothing is fetched or expanded."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.source.xml_start import looks_like_xml
from procmap.source.xml_text import xml_text
from procmap.source.xml_tree import MAX_DEPTH, Tag, XmlTree, read_xml


def tree(text: str | bytes) -> XmlTree:
    data = text.encode() if isinstance(text, str) else text
    return read_xml(data, lambda tag: tag.removeprefix("{urn:a}"), ("t",))


def codes(text: str | bytes) -> list[str]:
    found = tree(text)
    for slip in found.slips:
        assert (slip.line >= 1 and slip.column >= 1) or slip.notice.code == "DOC158"
        for language in ("sv", "en"):
            assert slip.notice.message.fill(**slip.values)(language)
    return [slip.notice.code for slip in found.slips]


# What is read


def test_tags_have_their_names_attributes_and_children() -> None:
    root = tree('<a x=" 1 " y=""><b xmlns="urn:a" z="&lt;å&#10;ö"/><c/><b xmlns="urn:a"><d/></b></a>').root
    assert root is not None and root.name == "a"
    assert [child.name for child in root.children] == ["b", "c", "b"]
    assert (root.get("x"), root.get("y"), root.get("z")) == ("1", None, None)
    first, second = root.of("b")
    assert first.attributes["z"] == "<å\nö"
    assert second.first("d") is second.children[0] and second.first("e") is None
    assert second.above is root


def test_text_is_kept_where_it_is_asked_for() -> None:
    root = tree("<a>x<t>ett <i>två</i><t>!</t> <![CDATA[<tre>]]> &amp;<!-- nej --><?nej?> fyra</t><u>nej</u></a>").root
    assert root is not None and root.text == ""
    assert [(child.name, child.text, len(child.children)) for child in root.children] == [
        ("t", "ett två! <tre> & fyra", 0), ("u", "", 0),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("A &amp; B", "A & B"), ("A &#38; &#x26; B", "A & & B"), ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"), ("&lt;&quot;&#229;", '<"å')],
)
def test_signs_that_xml_writes_otherwise_are_what_they_mean(written: str, meant: str) -> None:
    root = tree(f'<a b="{written}"><t>{written}</t></a>').root
    assert root is not None
    assert root.attributes == {"b": meant}
    assert root.children[0].text == meant


def test_what_is_left_out_is_left_out_with_all_in_it() -> None:
    found = read_xml(b"<a><b><c/></b><c/></a>", lambda tag: None if tag == "b" else tag)
    assert found.root is not None and [child.name for child in found.root.children] == ["c"]
    assert [tag.name for tag in found.tags] == ["a", "c"]


PLACES = """<?xml version="1.0"?>
<!-- <a> is no tag here, nor is <b x=">"> -->
<?style <c>?>
<a
   x="1 > 0"
   y='"<'
>
  <b/><b
  /><t><![CDATA[<b/>]]></t>\t<b z='
 > '/> <åäö/>
<b></b></a>
""".replace("'\"<'", "'\"&lt;'")


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
def test_every_tag_has_the_place_where_it_starts(ending: str) -> None:
    found = tree(PLACES.replace("\n", ending))
    assert [(tag.name, tag.line, tag.column, tag.length) for tag in found.tags] == [
        ("a", 4, 1, 2), ("b", 8, 3, 2), ("b", 8, 7, 2), ("t", 9, 5, 2), ("b", 9, 29, 2), ("åäö", 10, 8, 4), ("b", 11, 1, 2),
    ]


def test_places_hold_far_down_and_far_out() -> None:
    """libxml2 itself counts lines to 65,535, and columns in bytes."""
    found = tree("<a>" + "\n" * 100_000 + "å" * 70_000 + "<b/></a>")
    assert (found.tags[-1].line, found.tags[-1].column) == (100_001, 70_001)


# Encodings

WORDS = '<a namn="Ärendet når Ödeshög – klart"/>'
ENCODINGS = {
    "utf-8": ("utf-8", "UTF-8"),
    "latin-1": ("latin-1", "ISO-8859-1"),
    "latin-9": ("iso8859-15", "iso-8859-15"),
    "windows-1252": ("cp1252", "windows-1252"),
    "utf-16": ("utf-16", "UTF-16"),
    "utf-16 without a mark": ("utf-16-be", "UTF-16"),
    "utf-32": ("utf-32", "UTF-32"),
    "mac": ("mac-roman", "macintosh"),
    "ibm": ("cp850", "IBM850"),
}


@pytest.mark.parametrize(("codec", "name"), ENCODINGS.values(), ids=ENCODINGS)
def test_declared_encodings_are_honoured(codec: str, name: str) -> None:
    words = WORDS if codec not in ("latin-1", "iso8859-15", "cp850") else WORDS.replace("–", "-")
    text = f'<?xml version="1.0" encoding="{name}"?>\n{words}'
    found = tree(text.encode(codec))
    assert found.slips == ()
    assert found.root is not None
    assert found.root.attributes["namn"] == words.split('"')[1]
    assert (found.root.line, found.root.column) == (2, 1)
    assert looks_like_xml(text.encode(codec))


MISNAMED = {
    "a mark of UTF-8 where Latin-1 is said": ("utf-8-sig", "ISO-8859-1"),
    "UTF-8 where UTF-16 is said": ("utf-8", "UTF-16"),
    "Windows-1252 where Latin-1 is said": ("cp1252", "ISO-8859-1"),
    "UTF-8 where Latin-1 is said": ("utf-8", "ISO-8859-1"),
    "UTF-8 where Windows-1252 is said": ("utf-8", "windows-1252"),
}


@pytest.mark.parametrize(("codec", "name"), MISNAMED.values(), ids=MISNAMED)
def test_what_is_surely_another_encoding_is_read_and_said(codec: str, name: str) -> None:
    data = f'<?xml version="1.0" encoding="{name}"?>\n{WORDS}'.encode(codec)
    found = tree(data)
    assert found.root is not None and found.root.attributes["namn"] == "Ärendet når Ödeshög – klart"
    assert codes(data) == ["DOC157"]
    assert name in found.slips[0].notice.message.fill(**found.slips[0].values)("sv")


WRONG = {
    "Latin-1 where UTF-8 is said": (f'<?xml version="1.0" encoding="UTF-8"?>\n\n {WORDS}'.replace("–", "-").encode("latin-1"), 3, 11),
    "Latin-1 where nothing is said": ("<a>\n<b n='å'/></a>".encode("latin-1"), 2, 7),
    "beyond ASCII": ('<?xml version="1.0" encoding="US-ASCII"?><a n="ö"/>'.encode(), 1, 48),
    "half of UTF-16": ("<a/>".encode("utf-16") + b"\0", 1, 5),
}


@pytest.mark.parametrize(("data", "line", "column"), WRONG.values(), ids=WRONG)
def test_wrong_bytes_are_said_with_their_line_and_never_garbled(data: bytes, line: int, column: int) -> None:
    found = tree(data)
    assert found.root is None
    [slip] = found.slips
    assert (slip.notice.code, slip.line, slip.column) == ("DOC151", line, column)


@pytest.mark.parametrize("name", ["klingon", "unicode_escape", "rot13", "base64", "zlib", "utf-7", "punycode", "idna", "hex"])
def test_what_is_no_encoding_of_text_is_not_used(name: str) -> None:
    assert codes(f'<?xml version="1.0" encoding="{name}"?><a/>') == ["DOC152"]


@pytest.mark.parametrize("text", ["<a/>", "\n <a>", "<?xml version='1.0'?>", "<!-- x --><a/>", "<!DOCTYPE a>", "<åäö/>"])
def test_what_looks_like_xml(text: str) -> None:
    for codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        if text[0] == "<" or codec in ("utf-8", "utf-16"):
            assert looks_like_xml(text.encode(codec)), codec


@pytest.mark.parametrize("text", ["", " ", "process: A", "<<: *a", "< 5 dagar", "a<b/>", "<", "- <a/>"])
def test_what_does_not_look_like_xml(text: str) -> None:
    for codec in ("utf-8", "utf-16"):
        assert not looks_like_xml(text.encode(codec)), codec


# What is refused

DEEP = MAX_DEPTH - 1
MALFORMED = {
    "mismatched": "<a><b></a></b>",
    "not XML": "hello",
    "two roots": "<a/><b/>",
    "an attribute twice": '<a b="1" b="2"/>',
    "an attribute twice by its namespace": '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>',
    "an undefined entity": '<a b="&aring;"/>',
    "an undefined entity in text": "<a>&aring;</a>",
    "a reference to NUL": '<a b="&#0;"/>',
    "a reference to half a character": '<a b="&#xD800;"/>',
    "NUL": "<a>\0</a>",
    "a bare ampersand": "<a>A & B</a>",
    "a bare less-than": '<a b="<"/>',
    "no quotes": "<a b=c/>",
    "an undeclared prefix": "<a><x:b/></a>",
    "an undeclared prefix of an attribute": '<a x:b="1"/>',
    "two colons": '<a:b:c xmlns:a="u"/>',
    "space before the declaration": '\n<?xml version="1.0"?><a/>',
    "the attribute of an attack": '<a b="' + "x" * 19_000_000 + '"/>',
    "the name of an attack": "<" + "a" * 100_000 + "/>",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_malformed_files_are_refused_in_plain_words(text: str) -> None:
    found = tree(text)
    assert found.root is None
    assert codes(text) == ["DOC150"]
    words = found.slips[0].notice.message.fill(**found.slips[0].values)
    assert "något är fel skrivet" not in words.sv


CUT_OFF = {
    "within an element": ("<a>\n<b>", "<b>, som börjar på rad 2", 2),
    "within an element of another": ("<a>\n<x>\n<y/>", "<x>, som börjar på rad 2", 3),
    "after an element": ("<a>\n<b/>\n", "<a>, som börjar på rad 1", 2),
    "within a tag": ("<a>\n<b", "<b>, som börjar på rad 2", 2),
    "before a tag": ("<a>\n<", "<a>, som börjar på rad 1", 2),
    "within an attribute": ('<a><b c="', "<a>, som börjar på rad 1", 1),
    "within an end tag": ("<a>\n<b></", "<b>, som börjar på rad 2", 2),
    "within a comment": ("<a><!-- b", "<a>, som börjar på rad 1", 1),
    "within CDATA": ("<a><![CDATA[ b", "<a>, som börjar på rad 1", 1),
    "within a letter": ("<a>\n<b>på".encode()[:-1], "<b>, som börjar på rad 2", 2),
    "within a letter of another encoding": ("<a>\n<b>på".encode("utf-16")[:-1], "<b>, som börjar på rad 2", 2),
    "within the declaration": ('<?xml version="1.0" enc', "sin allra första början", 1),
    "comments never closed": ("<a>" + "<!--" * 100_000, "<a>, som börjar på rad 1", 1),
    "a prolog never closed": ("<?x " * 100_000, "sin allra första början", 1),
}


@pytest.mark.parametrize(("text", "where", "line"), CUT_OFF.values(), ids=CUT_OFF)
def test_a_file_that_ends_in_the_midst_is_said_to(text: str | bytes, where: str, line: int) -> None:
    [slip] = tree(text).slips
    assert (slip.notice.code, slip.line) == ("DOC149", line)
    assert where in slip.notice.message.fill(**slip.values).sv


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(range(256)), b"%PDF-1.7\n\xe5", bytes(range(256)) * 4])
def test_what_is_no_text_is_said_to_be_none(data: bytes) -> None:
    assert codes(data) == ["DOC158"]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_nothing_is_said_to_be_nothing(text: str) -> None:
    assert codes(text) == ["DOC156"]


BOUNDS = {
    "deep": ("<a>" * 20_000 + "</a>" * 20_000, "DOC154"),
    "deep and never closed": ("<a>" * 1_000_000, "DOC154"),
    "deep below what is left out": ("<a><x>" + "<y>" * 100_000 + "</y>" * 100_000 + "</x></a>", "DOC154"),
    "many elements": ("<a>" + "<b/>" * 2_000_000 + "</a>", "DOC155"),
    "many attributes": ("<a " + " ".join(f'a{i}=""' for i in range(2_000_000)) + "/>", "DOC155"),
}


@pytest.mark.parametrize(("text", "code"), BOUNDS.values(), ids=BOUNDS)
def test_there_are_bounds(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_the_bounds_are_where_they_are_said_to_be() -> None:
    assert codes("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH) == []
    found = tree("<a>\n" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1))
    assert [(slip.notice.code, slip.line) for slip in found.slips] == [("DOC154", MAX_DEPTH + 1)]


LARGE = {
    "a long text": "<a><t>" + "x" * 19_000_000 + "</t></a>",
    "a text in many pieces": "<a><t>" + "x&amp;" * 1_000_000 + "</t></a>",
    "many attributes": "<a " + " ".join(f'a{i}="1"' for i in range(300_000)) + "/>",
    "many namespaces": "<a " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(100_000)) + "/>",
    "one long line": "<a>" + "<b/>" * 300_000 + "</a>",
    "many lines": "<a>" + "<b/>\n" * 300_000 + "</a>",
    "many comments": "<a>" + "<!-- - -->" * 300_000 + "</a>",
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_what_is_large_and_harmless_is_read(text: str) -> None:
    found = tree(text)
    assert found.slips == ()
    assert found.root is not None and all(tag.line for tag in found.tags)


# What would fetch or expand


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it has been asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}", asked
        running.shutdown()


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
TYPES = {
    "a file": '<!DOCTYPE a [<!ENTITY x SYSTEM "{file}">]><a b="1">&x;</a>',
    "a file in an attribute": '<!DOCTYPE a [<!ENTITY x SYSTEM "{file}">]><a b="&x;"/>',
    "an address": '<!DOCTYPE a [<!ENTITY x SYSTEM "{http}/x">]><a>&x;</a>',
    "an external type": '<!DOCTYPE a SYSTEM "{http}/a.dtd"><a/>',
    "a public type": '<!DOCTYPE a PUBLIC "-//x" "{http}/a.dtd"><a/>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "{http}/x.dtd"> %x;]><a/>',
    "a billion laughs": '<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + "]><a>&l9;</a>",
    "a billion laughs in an attribute": '<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + ']><a b="&l9;"/>',
    "a quadratic blow-up": '<!DOCTYPE a [<!ENTITY x "' + "x" * 100_000 + '">]><a>' + "&x;" * 10_000 + "</a>",
    "a default attribute": '<!DOCTYPE a [<!ATTLIST a b CDATA "smyg">]><a/>',
    "behind comments": '<?xml version="1.0"?>\n<!-- a -->\n<?b?> <!DOCTYPE a [<!ENTITY x SYSTEM "{file}">]><a>&x;</a>',
    "in UTF-16": None,
    "never closed": "<!DOCTYPE a [",
    "in small letters": '<!doctype a [<!ENTITY x SYSTEM "{file}">]><a>&x;</a>',
}


@pytest.mark.parametrize("text", TYPES.values(), ids=TYPES)
def test_no_document_type_is_ever_read(text: str | None, tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    secret = tmp_path / "hemligt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    filled = (text or TYPES["a file"] or "").replace("{file}", secret.as_uri()).replace("{http}", address)
    found = tree(filled.encode("utf-16") if text is None else filled)
    assert found.root is None
    [slip] = found.slips
    assert slip.notice.code == "DOC153"
    assert filled.splitlines()[slip.line - 1][slip.column - 1 :].upper().startswith("<!DOCTYPE")
    assert "HEMLIGT" not in repr(found)
    assert asked == []


def test_inclusions_and_schemas_are_left_alone(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    secret = tmp_path / "hemligt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    found = tree(
        f'<?xml-stylesheet href="{address}/a.xsl" type="text/xsl"?>'
        f'<a xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="urn:a {address}/a.xsd"><t><xi:include href="{secret.as_uri()}" parse="text"/></t></a>'
    )
    assert found.slips == ()
    assert found.root is not None and found.root.children[0].text == ""
    assert asked == []


# Whatever the bytes


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_any_bytes(data: bytes) -> None:
    for each in (data, b"<?xml version='1.0' encoding='" + data[:20] + b"'?><a>" + data + b"</a>", b"<a b='" + data + b"'/>"):
        found = read_xml(each, lambda tag: tag)
        assert (found.root is None) == any(slip.notice.kind == "error" for slip in found.slips)
        assert (xml_text(each).text is None) <= (found.root is None)


NAMES = st.sampled_from(["a", "b", "t", "x:b", "åäö", "_", "a.b-c"])
PIECES = st.sampled_from(["", "\n", " ", "text", "<!-- <b> \" -->", "<?b <c ' ?>", "<![CDATA[<b x='>]]>", "&lt;", "\r\n", "å"])
VALUES = st.sampled_from(['"1"', "'2'", '">"', "'\"'", '"/>"', '"\n"', "'<!--'".replace("<", "&lt;"), '"å"'])


@st.composite
def documents(draw: st.DrawFn, depth: int = 3) -> str:
    """A well-formed element in any of the ways in which it may be written."""
    name = draw(NAMES)
    space = draw(st.sampled_from([" ", "\n", "\n  ", "\t"]))
    attributes = "".join(
        f"{space}{key}{draw(st.sampled_from(['=', ' = ']))}{draw(VALUES)}" for key in draw(st.lists(st.sampled_from("pqr"), unique=True))
    )
    inside = "".join(draw(PIECES) + (draw(documents(depth - 1)) if depth else "") for _ in range(draw(st.integers(0, 2))))
    if not inside and draw(st.booleans()):
        return f"<{name}{attributes}{draw(st.sampled_from(['', ' ']))}/>"
    return f"<{name}{attributes}{draw(st.sampled_from(['', space]))}>{inside}{draw(PIECES)}</{name}>"


@given(documents())
@settings(max_examples=200, deadline=None)
def test_every_start_tag_is_found_however_it_is_written(document: str) -> None:
    text = f'<start xmlns:x="urn:x">{document}</start>'
    found = read_xml(text.encode(), lambda tag: tag.replace("{urn:x}", "x:"))
    assert found.root is not None
    lines = text.split("\n")
    waiting: list[Tag] = [found.root]
    while waiting:
        tag = waiting.pop()
        assert lines[tag.line - 1][tag.column - 1 :][: tag.length] == f"<{tag.name}"
        waiting.extend(tag.children)
