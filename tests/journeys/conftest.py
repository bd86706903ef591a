"""How does a journey get a browser that reaches nothing but the node?"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from betang.jobs import commands as jobs

PHONE, DESK = 360, 1280
CHROMIUM_ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
]  # fmt: skip


@dataclass
class Desk:
    """A browser window on the node. What it asks of any other host is refused and remembered in `strangers`."""

    page: Page
    home: str
    pictures: Path
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def let_only_the_node_answer(self) -> None:
        self.page.route("**/*", self._route)
        self.page.on("console", lambda said: self._complain(said.text) if said.type == "error" else None)

    def _complain(self, text: str) -> None:
        if "status of 422" not in text:  # a form that comes back is an answer
            self.complaints.append(text)

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((self.home, "data:")):
            route.continue_()
        else:
            self.strangers.append(route.request.url)
            route.abort()

    def open(self, address: str) -> None:
        self.page.goto(self.home + address)

    def look(self, name: str) -> None:
        """Take a picture; nothing may hang over the edge, on a desk or on a phone, and axe may find nothing."""
        self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
        violations = Axe().run(self.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == [], name
        own = self.page.viewport_size
        assert own is not None
        for width in (PHONE, DESK):
            self.page.set_viewport_size({"width": width, "height": own["height"]})
            self._fits(name, width)
        self.page.set_viewport_size(own)

    def _fits(self, name: str, width: int) -> None:
        root = "document.documentElement"
        hanging_over = self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
        assert hanging_over == 0, f"{name} hangs {hanging_over} px over the edge at {width}"


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    """The node's own worker, in a thread."""
    stop = threading.Event()
    thread = threading.Thread(target=jobs.work_forever, args=(stop,))
    thread.start()
    yield
    stop.set()
    thread.join()


@pytest.fixture
def desk(chromium: Path, live_server: LiveServer, worker: None, tmp_path: Path, width: int) -> Iterator[Desk]:
    """A browser `width` pixels wide. It is closed before the tables are emptied."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport={"width": width, "height": 900}, locale="id-ID")
        desk = Desk(page, live_server.url, tmp_path)
        desk.let_only_the_node_answer()
        yield desk
        browser.close()
