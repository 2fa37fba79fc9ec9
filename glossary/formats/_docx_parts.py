"""The parts of a DOCX document that python-docx has no words for: anchors, links, fields, fonts.

source  the letter of Vietnamese administrative texts, Times New Roman, is that of Decree
        30/2020/NĐ-CP, annex I
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FONT = "Times New Roman"
_STAMP = (1980, 1, 1, 0, 0, 0)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_SIZES = {
    "Normal": 13, "Title": 20, "Heading 1": 17, "Heading 2": 14, "Caption": 11, "Subtitle": 11,
    "Original": 12, "Index of terms": 11,
}  # fmt: skip
_SPACES = {"Normal": 6, "Original": 6, "Index of terms": 2}


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def add_run(place: Paragraph, text: str, language: str) -> Run:
    """Add a text with its language, so that the spelling checker takes the right dictionary."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = place.add_run(clean(text))
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language_tag(language))
    run._r.get_or_add_rPr().append(mark)
    return run


def language_tag(language: str) -> str:
    """The tag as Word knows it: with a region."""
    return {"vi": "vi-VN", "en": "en-GB"}.get(language, language)


def add_bookmark(place: Paragraph, name: str, number: int) -> None:
    """Put an anchor into a paragraph; `number` is its own in the document."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), str(number))
        if kind == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        place._p.append(mark)


def add_link(place: Paragraph, anchor: str, text: str) -> None:
    """Add a text that leads to an anchor."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    link.append(place.add_run(clean(text))._r)
    place._p.append(link)


def add_field(place: Paragraph, instruction: str) -> None:
    """A field that Word and LibreOffice work out when they open the file."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "instruction", "separate", "end"):
        run = place.add_run()
        if kind == "instruction":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            run._r.append(code)
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            mark.set(qn("w:dirty"), "true")
        run._r.append(mark)


def begin_section(document: Document, columns: int, *, is_new_page: bool = True) -> None:
    """Begin a part of the document that is set in so many columns."""
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn

    start = WD_SECTION.NEW_PAGE if is_new_page else WD_SECTION.CONTINUOUS
    section = document.add_section(start)
    for old in section._sectPr.xpath("./w:cols"):
        old.set(qn("w:num"), str(columns))


def new_document(title: str, language: str, made: datetime) -> Document:
    """An empty document: A4, its styles in one font and black, its properties."""
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm, Pt, RGBColor

    document: Document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    styles = document.styles
    for name in ("Original", "Contents", "Index of terms"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _set_fonts(document)
    for name, size in _SIZES.items():
        styles[name].font.size = Pt(size)
    for name, space in _SPACES.items():
        styles[name].paragraph_format.space_after = Pt(space)
    styles["Original"].font.color.rgb = RGBColor(0x40, 0x40, 0x40)
    stops = styles["Contents"].paragraph_format.tab_stops
    stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(title)[:255], "", ""
    properties.language = language_tag(language)
    properties.created = properties.modified = made.replace(tzinfo=None)
    return document


def _set_fonts(document: Document) -> None:
    """Give every style the one font, in black: the default template has blue headings."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for style in document.styles:
        if style.type is not WD_STYLE_TYPE.PARAGRAPH:
            continue
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), _FONT)
            fonts.attrib.pop(qn(f"{script}Theme"), None)
        fonts.attrib.pop(qn("w:cstheme"), None)
        if style.name.startswith(("Heading", "Title", "Subtitle", "Caption")):
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.font.bold = style.name.startswith(("Heading", "Title"))
            for border in style.element.xpath("./w:pPr/w:pBdr"):
                border.getparent().remove(border)


def packed(document: Document) -> bytes:
    """The file with one date for all members, so that equal documents have equal bytes."""
    first, last = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return last.getvalue()
