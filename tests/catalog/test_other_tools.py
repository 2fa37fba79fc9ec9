"""What we write into a catalog comes back from the tools that others edit it with.

Poedit 3.2 was driven by hand: it keeps what Translate Toolkit keeps.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.catalog import Catalog, CatalogFile
from glossary.model import Entry

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"PO-Revision-Date: 2026-11-22 09:08+0000\\n"
"Last-Translator: A <a@b>\\n"
"Language-Team: vi\\n"
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""

ENTRIES = (
    Entry(
        "voluntary social insurance",
        target="bảo hiểm xã hội tự nguyện",
        approval="2026-11-20 NVA",
        admitted=("BHXH tự nguyện",),
        deprecated=("bảo hiểm tự nguyện",),
        forbidden=("bảo hiểm xã hội tình nguyện",),
        notes=("By free choice: tự nguyện.", "glossary: allow T001 an example"),
        comments=("noun · general · 26 in 3 articles (2020)",),
        references=("2020-05-23.txt:1",),
        definition="Loại hình bảo hiểm do người dân tự chọn.",
    ),
    Entry("fund", target="quỹ", needs_review=True, notes=("which fund?",)),
    Entry("pension", forbidden=("tiền hưu",), notes=("lương hưu?",)),
    Entry("old fee", target="lệ phí", admitted=("phí",), obsolete=True),
    Entry("old open term", forbidden=("từ sai",), notes=("not this one",), obsolete=True),
    Entry("old flagged term", needs_review=True, obsolete=True),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    catalog = Catalog.from_bytes(HEADER.encode())
    for entry in ENTRIES:
        catalog.put(entry)
    path = tmp_path / "glossary.po"
    path.write_bytes(catalog.to_bytes())
    return path


def gettext(*command: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        if not shutil.which(command[0]):
            pytest.skip("gettext is not installed")
        subprocess.run([*command, str(path), "-o", str(path)], check=True)

    return run


def with_translate_toolkit(path: Path) -> None:
    pypo = pytest.importorskip("translate.storage.pypo", reason="needs Translate Toolkit")
    pypo.pofile.parsefile(str(path)).savefile(str(path))


def with_msgmerge(path: Path) -> None:
    """The next template lacks nothing; msgmerge reads and writes all of it."""
    if not shutil.which("msgmerge"):
        pytest.skip("gettext is not installed")
    template = path.with_suffix(".pot")
    living = [f'msgid "{entry.source}"\nmsgstr ""\n' for entry in ENTRIES if not entry.obsolete]
    template.write_text("\n".join([HEADER, *living]), encoding="utf-8")
    command = ["msgmerge", "-q", "-N", str(path), str(template), "-o", str(path)]
    subprocess.run(command, check=True)


@pytest.mark.parametrize(
    "through",
    [
        gettext("msgcat"),
        gettext("msgcat", "--sort-output"),
        gettext("msgattrib"),
        with_msgmerge,
        with_translate_toolkit,
    ],
    ids=["msgcat", "msgcat sorted", "msgattrib", "msgmerge", "Translate Toolkit"],
)
def test_nothing_is_lost_in_other_tools(path: Path, through: Callable[[Path], None]) -> None:
    through(path)
    found = {entry.key: entry for entry in CatalogFile(path).read().entries}
    for entry in ENTRIES:
        again = found[entry.key]
        # What the source side owns comes from the template, which here says nothing.
        if through is with_msgmerge:
            assert again.notes == entry.notes
            assert (again.target, again.approval) == (entry.target, entry.approval)
            assert again.equivalents == entry.equivalents
        else:
            assert again == entry
