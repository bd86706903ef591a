"""How do benchmarks ask for pages? As one person with a browser, of the real server of their home."""

import http.client
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

from benchmarks import _home as home

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Browser:
    """One person with cookies, on one connection."""

    def __init__(self, address: str) -> None:
        self.line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def post(self, path: str, **fields: str) -> str:
        token = _TOKEN.search(self.get(path))
        assert token is not None
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": token.group(1), **fields}))

    def _ask(self, method: str, path: str, body: str = "") -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if answer.status >= 400:
            raise RuntimeError(f"{method} of a page answered {answer.status}")
        return text


@contextmanager
def served() -> Iterator[Browser]:
    """The officer of the home, signed in at its server."""
    server = subprocess.Popen(
        [sys.executable, "-m", "betang.console", "up", "--port", _free_port()], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        browser = Browser(server.stdout.readline().split()[1])
        browser.post("/masuk/", username=home.OFFICER, password=home.PASSWORD)
        yield browser
    finally:
        server.terminate()
        server.wait()


def _free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
