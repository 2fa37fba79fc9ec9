import pytest

from glossary.languages import en


@pytest.mark.parametrize(
    "forms",
    [
        "implement implements implemented implementing",
        "manage manages managed managing",
        "plan plans planned planning",
        "apply applies applied applying",
        "control controls controlled controlling",
        "pay pays paid paying",
        "policy policies",
        "reach reaches reached reaching",
        "increase increases increased increasing",
        "exceed exceeds exceeded exceeding",
        "die dies died dying",
        "participate participated participating",
        "organise organised organizing organizes",
        "child children",
        "hold held holding",
        "call calls called calling",
        "assess assessed assesses",
        "be is are was were been being",
        "need needs needed",
    ],
)
def test_the_forms_of_a_word_have_one_key(forms: str) -> None:
    assert len({en.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "insurance insurer",
        "social society",
        "law lawyer",
        "thing th",
        "red r",
        "fund found",
        "health healthy",
        "work worker",
        "state status",
        "feed fee",
    ],
)
def test_other_words_have_other_keys(pair: str) -> None:
    first, second = pair.split()
    assert en.stem(first) != en.stem(second)
