from pathlib import Path

import pytest

from glossary.errors import GlossaryError, InputError, MalformedError, ProjectError
from glossary.project.settings import SETTINGS, Settings, default_file, read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "glossary.ini"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.ini") == Settings()


def test_a_new_file_sets_nothing(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, default_file(name="glossary"))) == Settings()


def test_a_new_file_shows_every_key() -> None:
    text = default_file(source_language="fr", name="Impôts")
    assert [key for key in SETTINGS if f"{key.key} =" not in text] == []
    assert "\nsource_language = fr\n" in text
    assert "\nname = Impôts\n" in text
    assert "\n# tagger = textblob\n" in text


def test_every_key_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "# ours\n[project]\nname: Thuế\nsource_language = en_GB\nlanguages = vi, fr\n"
        "articles = texts\nUSER = NVA\ntone_style = hoà\n\n[extraction]\nthreshold = 0.4\n"
        "tagger = nltk\n",
    )
    assert read_settings(path) == Settings(
        name="Thuế",
        source_language="en-GB",
        languages=("vi", "fr"),
        articles="texts",
        user="NVA",
        tone_style="hoà",
        threshold=0.4,
        tagger="nltk",
        lines={
            "name": 3,
            "source_language": 4,
            "languages": 5,
            "articles": 6,
            "user": 7,
            "tone_style": 8,
            "threshold": 11,
            "tagger": 12,
        },
    )


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    path = write(tmp_path, "[project]\ntone_style = ho\u0061\u0300\nname = Thue\u0302\u0301\n")
    settings = read_settings(path)
    assert (settings.name, settings.tone_style) == ("Thuế", "hoà")


@pytest.mark.parametrize(
    ("text", "kind", "line", "said"),
    [
        ("[project]\nlanguage = vi\n", ProjectError, 2, "Did you mean “languages”?"),
        ("[project]\nzzz = 1\n", ProjectError, 2, "There are: name, source_language"),
        ("[project]\n\nthreshold = 1\n", ProjectError, 3, "section [extraction]"),
        ("[projects]\nname = x\n", ProjectError, 2, "section [project]"),
        ("[extraction]\nthreshold = 1.5\n", ProjectError, 2, "not a number from 0 to 1"),
        ("[extraction]\nthreshold = nan\n", ProjectError, 2, "not a number from 0 to 1"),
        ("[extraction]\nthreshold = 0,4\n", ProjectError, 2, "“0,4”"),
        ("[extraction]\ntagger = spacy\n", ProjectError, 2, "textblob, nltk"),
        ("[project]\ntone_style = new\n", ProjectError, 2, "hòa, hoà"),
        ("[project]\nlanguages = vi, qqq\n", ProjectError, 2, "qqq"),
        ("[project]\narticles =\n", ProjectError, 2, "folder is missing"),
        ("name = x\n", MalformedError, 1, "must come first"),
        ("[project]\nname = x\nname = y\n", MalformedError, 3, "“name” is set twice"),
        ("[project]\n[project]\n", MalformedError, 2, "[project] stands twice"),
        ("[project]\nname\n", MalformedError, 2, "neither a section nor a setting"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, kind: type[GlossaryError], line: int, said: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(kind) as caught:
        read_settings(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert said in f"{caught.value.message} {caught.value.hint}"


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.ini"
    path.write_bytes("[project]\nname = Thuế\n".encode("utf-16"))
    with pytest.raises(MalformedError, match="not in UTF-8"):
        read_settings(path)
    path.write_bytes("[project]\nname = é\n".encode("latin-1"))
    with pytest.raises(MalformedError) as caught:
        read_settings(path)
    assert caught.value.line == 2


def test_a_folder_in_its_place_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read the file"):
        read_settings(tmp_path)
