"""The pages in a real browser: Chromium with its driver, where both are installed.

axe-core, which judges what a screen reader gets, is looked for where ``npm install -g axe-core``
puts it, or in the file that the environment's AXE_CORE names.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp

from glossary.interface import languages
from glossary.project import Project
from glossary.web.app import Policy, make_app
from glossary.web.editing import Editing
from glossary.web.site import site_files, write
from glossary.web.snapshot import Office

pytest.importorskip("selenium", reason="selenium is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
if not (CHROMIUM and DRIVER):
    pytest.skip("Chromium and chromedriver are not installed", allow_module_level=True)

from selenium.common.exceptions import (  # noqa: E402
    NoSuchElementException,
    StaleElementReferenceException,
    WebDriverException,
)
from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

Running = Callable[[ASGIApp], AbstractContextManager[str]]
DESKTOP, PHONE = (1200, 900), (390, 844)
PATHS = (
    "/",
    "/?q=insurance",
    "/?q=zzz",
    "/terms/unemployment-insurance",
    "/terms/vss",
    "/letters/vi/b",
    "/fields/general",
    "/progress",
    "/annotate",
    "/nothing",
)


class Browser:
    """A window of Chromium; `severe` collects what its console complains of."""

    def __init__(self) -> None:
        options = ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = Chrome(options=options, service=ChromeService(str(DRIVER)))

    def show(self, address: str, *, size: tuple[int, int] = DESKTOP, media: str = "") -> None:
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if media == "dark" else "light"}
        ]
        kind = "print" if media == "print" else "screen"
        self.command("Emulation.setEmulatedMedia", media=kind, features=features)
        width, height = size
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=size == PHONE,
        )  # fmt: skip
        self.driver.get(address)

    def command(self, name: str, **values: object) -> None:
        self.driver.execute_cdp_cmd(name, values)

    def run(self, script: str) -> Any:  # noqa: ANN401
        return self.driver.execute_script(script)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    def wait_for(self, condition: Callable[[], object]) -> None:
        # A page that is just being left answers with any of these.
        ignored = [NoSuchElementException, StaleElementReferenceException, WebDriverException]
        WebDriverWait(self.driver, 5, 0.05, ignored).until(lambda _: condition())

    def complaints(self) -> list[str]:
        log: list[dict[str, Any]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [line["message"] for line in log if "/nothing" not in line["message"]]

    def sources(self) -> list[str]:
        return [hit.text for hit in self.all("#results .source") if hit.is_displayed()]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    window = Browser()
    yield window
    window.driver.quit()


@pytest.fixture(scope="module")
def editing(shown_project: Project) -> Editing:
    return Editing(shown_project)


@pytest.fixture(scope="module")
def address(shown_project: Project, running: Running, editing: Editing) -> Iterator[str]:
    """Where the pages of `shown_project` are."""
    with running(make_app(Office(shown_project), Policy(), editing)) as url:
        yield url


@pytest.fixture(scope="module")
def site(shown_project: Project, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same as a folder of files."""
    folder = tmp_path_factory.mktemp("site") / "site"
    write(folder, site_files(shown_project))
    return f"{folder.as_uri()}/en"


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    named = os.environ.get("AXE_CORE", "")
    if not named and shutil.which("npm"):
        command = ["npm", "root", "-g"]
        root = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        named = f"{root}/axe-core/axe.min.js"
    if not Path(named).is_file():
        pytest.skip("axe-core is not installed")
    return Path(named).read_text(encoding="utf-8")


def violations(browser: Browser, axe: str) -> list[str]:
    browser.run(axe)
    found = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run({ preload: false }).then((found) => done(found.violations));"
    )
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("query", ["that nghiep", "Thất Nghiệp", "unemploym", "BHTN"])
def test_search_as_you_type(browser: Browser, address: str, query: str) -> None:
    browser.show(f"{address}/")
    browser.press(query)
    browser.wait_for(lambda: "unemployment insurance" in browser.sources())
    assert not browser.one("#content").is_displayed()
    assert browser.driver.current_url.startswith(f"{address}/?q=")
    browser.press(Keys.ESCAPE)
    browser.wait_for(browser.one("#content").is_displayed)
    assert browser.complaints() == []


def test_search_on_another_page(browser: Browser, address: str) -> None:
    browser.show(f"{address}/progress")
    browser.press("/", "y te")
    browser.wait_for(lambda: "health insurance" in browser.sources())
    assert browser.driver.current_url == f"{address}/progress"


def test_keyboard_only(browser: Browser, address: str) -> None:
    browser.show(f"{address}/terms/vss")
    browser.press("/")
    assert browser.focused.get_attribute("id") == "q"
    browser.press("insurance")
    browser.wait_for(lambda: len(browser.sources()) > 2)
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    hits = browser.all("#results a.hit")
    assert browser.focused == hits[1]
    browser.press(Keys.ARROW_UP)
    assert browser.focused == hits[0]
    name = hits[0].get_attribute("href")
    browser.press(Keys.ENTER)
    browser.wait_for(lambda: browser.driver.current_url == name)
    browser.press(Keys.TAB)
    assert browser.focused.text == "Skip to the content"
    browser.press(Keys.ESCAPE)
    assert browser.focused.get_attribute("id") == "q"


def test_the_equivalent_is_copied(browser: Browser, address: str) -> None:
    browser.show(f"{address}/terms/unemployment-insurance")
    browser.command(
        "Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"]
    )
    browser.press("c")
    browser.wait_for(lambda: browser.one("button.copy").text == "Copied")
    assert browser.run("return navigator.clipboard.readText()") == "bảo hiểm thất nghiệp"


def test_annotate(browser: Browser, address: str) -> None:
    browser.show(f"{address}/annotate")
    browser.one("#text").send_keys("Social and health insurance.")
    browser.one(".paste button").click()
    browser.wait_for(lambda: browser.all(".marked .term"))
    rows = [row.text for row in browser.all("table.terms tbody tr")]
    assert rows == [
        "social insurance bảo hiểm xã hội approved 1",
        "health insurance bảo hiểm y tế to review 1",
    ]
    browser.one(".marked .term").click()
    browser.wait_for(lambda: browser.driver.current_url.endswith("/terms/social-insurance"))


def test_annotated_terms_stay_in_their_lines(browser: Browser, address: str) -> None:
    browser.show(f"{address}/annotate")
    browser.one("#text").send_keys("Quỹ bảo hiểm y tế và bảo hiểm mất việc của BHXH Việt Nam.")
    browser.one(".paste button").click()
    browser.wait_for(lambda: browser.all(".marked .term"))
    terms = browser.all(".marked .term")
    assert len({term.location["y"] for term in terms}) == 1
    assert "bảo hiểm mất việc (do not use)" in browser.one("table.terms").text


def test_edit(browser: Browser, address: str, editing: Editing) -> None:
    browser.show(f"{address}/edit?token={editing.token}")
    browser.show(f"{address}/terms/vietnam-social-security")
    field = browser.one(".edit input[name=equivalent]")
    field.send_keys("Bảo hiểm xã hội Việt Nam")
    browser.one(".edit button[value=set]").click()
    browser.wait_for(lambda: browser.one(".preferred strong").text == "Bảo hiểm xã hội Việt Nam")
    browser.driver.delete_all_cookies()
    assert browser.complaints() == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_phone(browser: Browser, address: str, path: str) -> None:
    browser.show(address + path, size=PHONE)
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]
    small = [
        link.text
        for link in browser.all("nav a, .rows a, .fields a")
        if link.is_displayed() and link.size["height"] < 24
    ]
    assert small == [], "too small for a finger"
    assert browser.complaints() == []


def test_dark_is_dark_and_print_is_white(browser: Browser, address: str) -> None:
    colour = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    page = f"{address}/terms/unemployment-insurance"
    browser.show(page)
    assert min(browser.run(colour)) > 230
    browser.show(page, media="dark")
    assert max(browser.run(colour)) < 50
    browser.show(page, media="print")
    assert browser.run(colour) == [255, 255, 255]
    assert [part.is_displayed() for part in browser.all(".find, .sections, .bottom")] == [False] * 3
    assert browser.one("h1").is_displayed()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("media", ["light", "dark", "phone"])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, path: str, media: str) -> None:
    browser.show(address + path, size=PHONE if media == "phone" else DESKTOP, media=media)
    assert violations(browser, axe) == []
    assert browser.complaints() == []


@pytest.mark.skipif("vi" not in languages(), reason="there are no Vietnamese messages")
@pytest.mark.parametrize("path", ["/", "/terms/unemployment-insurance", "/progress", "/annotate"])
def test_vietnamese_pages_are_as_good(browser: Browser, address: str, axe: str, path: str) -> None:
    browser.show(f"{address}{path}?interface=vi", size=PHONE)
    assert browser.run("return document.documentElement.lang") == "vi"
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]
    assert violations(browser, axe) == []
    assert browser.complaints() == []
    browser.driver.delete_all_cookies()


def test_axe_finds_nothing_in_a_marked_text_nor_in_the_forms(
    browser: Browser, address: str, axe: str, editing: Editing
) -> None:
    browser.show(f"{address}/annotate")
    browser.one("#text").send_keys("Social and health insurance of VSS.")
    browser.one(".paste button").click()
    browser.wait_for(lambda: browser.all(".marked .term"))
    assert violations(browser, axe) == []
    browser.show(f"{address}/edit?token={editing.token}")
    browser.show(f"{address}/terms/vss")
    assert browser.all(".edit")
    assert violations(browser, axe) == []
    browser.driver.delete_all_cookies()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("unemployment insurance", "unemployment insurance"),
        ("bao hiem that nghiep", "unemployment insurance"),
        ("Bảo hiểm xã hội", "social insurance"),
        ("bhtn", "unemployment insurance"),
        ("bhyt", "health insurance"),
        ("unemploymet insurence", "unemployment insurance"),
        ("insurance health", "health insurance"),
        ("quy tac va", "and/or rule"),
    ],
)
def test_the_site_searches_without_a_server(
    browser: Browser, site: str, query: str, first: str
) -> None:
    browser.show(f"{site}/index.html")
    browser.press(query)
    browser.wait_for(lambda: browser.sources()[:1] == [first])
    browser.press(Keys.ARROW_DOWN, Keys.ENTER)
    browser.wait_for(lambda: browser.all("article.entry"))
    assert browser.one("h1").text == first
    assert browser.complaints() == []


def test_the_site_finds_nothing_politely_and_keeps_its_look(
    browser: Browser, site: str, axe: str
) -> None:
    browser.show(f"{site}/index.html", media="dark")
    browser.press("<img src=x onerror=alert(1)>")
    browser.wait_for(lambda: "Nothing found" in browser.one("#results").text)
    assert browser.all("#results img") == []
    background = browser.run("return getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(22, 25, 27)"
    assert violations(browser, axe) == []
    browser.show(f"{site}/terms/vss.html")
    browser.press("/", "y te")
    browser.wait_for(lambda: browser.sources() == ["health insurance"])
    assert violations(browser, axe) == []
    assert browser.complaints() == []


def test_a_search_of_the_site_can_be_linked(browser: Browser, site: str) -> None:
    browser.show(f"{site}/index.html#q=bhtn")
    browser.wait_for(lambda: browser.sources() == ["unemployment insurance"])
