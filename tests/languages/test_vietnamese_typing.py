import pytest

from glossary.languages import vi


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("baor hieemr", "bảo hiểm"),
        ("bao3 hiem63", "bảo hiểm"),
        ("ba3o hie6m3", "bảo hiểm"),
        ("thaats nghieepj", "thất nghiệp"),
        ("tha6t1 nghiep56", "thất nghiệp"),
        ("nghiepej", "nghiệp"),
        ("xax hooij", "xã hội"),
        ("xa4 ho6i5", "xã hội"),
        ("luowng huwu", "lương hưu"),
        ("lwowng", "lương"),
        ("luongw", "lương"),
        ("luo7ng hu7u", "lương hưu"),
        ("ddoois tuwowngj", "đối tượng"),
        ("d9o6i1 tu7o7ng5", "đối tượng"),
        ("doois", "dối"),
        ("ddair", "đải"),
        ("quyx", "quỹ"),
        ("quyr", "quỷ"),
        ("quaan", "quân"),
        ("quaw", "quaw"),
        ("nawm", "năm"),
        ("na8m", "năm"),
        ("Vieetj Nam", "Việt Nam"),
        ("hoaf giair", "hòa giải"),
        ("bao hiem", "bao hiem"),
        ("social insurance", "social insurance"),
        ("books", "books"),
        ("covid19", "covid19"),
        ("thất nghieepj", "thất nghiệp"),
        ("", ""),
    ],
)
def test_keystrokes_become_what_was_meant(keys: str, text: str) -> None:
    assert vi.meant(keys) == text
