"""The server as a process: how it starts and ends, and what slow and odd clients get."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import Project
from glossary.web import connection
from glossary.web.server import address_of, listen

STARTED = re.compile(r"http://127\.0\.0\.1:(\d+)/\n")


def start(project: Project, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "glossary", "serve", "--port", "0", *words],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,  # what is read ahead of a line would be lost to `communicate`
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def port_of(process: "subprocess.Popen[bytes]") -> int:
    assert process.stderr
    found = STARTED.search(process.stderr.readline().decode())
    assert found
    return int(found[1])


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server over an empty project, which keeps a second at most."""
    from glossary.project.creation import create
    from glossary.project.run import start_catalog

    project = create(tmp_path_factory.mktemp("server") / "office")
    project.template.write_text('msgid ""\nmsgstr ""\n"Language: \\n"\n', encoding="utf-8")
    start_catalog(project, "vi")
    code = (
        "import sys; from glossary.web import connection, guard; from glossary.cli import main; "
        "connection.HEAD_SECONDS = connection.TAKING_SECONDS = 0.5; "
        "guard.Limits.__init__.__defaults__ = (16384, 2097152, 0.5);"
        "sys.argv[1:] = ['serve', '--port', '0']; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=project.root,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    try:
        yield port_of(process)
    finally:
        process.terminate()
        process.communicate()


def exchange(port: int, *parts: bytes, pause: float = 0.0) -> bytes:
    """What the server answers to `parts`, sent with pauses; until it closes the connection."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as client:
        answer = b""
        try:
            for part in parts:
                client.sendall(part)
                time.sleep(pause)
            while data := client.recv(65536):
                answer += data
        except ConnectionError:
            pass
        return answer


def test_it_says_where_it_is_and_ends_with_control_c(project: Project) -> None:
    process = start(project, "--edit", "--log")
    port = port_of(process)
    with urlopen(f"http://127.0.0.1:{port}/terms/vss") as answer:
        assert "BHXH Việt Nam" in answer.read().decode()
    process.send_signal(signal.SIGINT)
    out, err = (data.decode() for data in process.communicate(timeout=10))
    assert process.returncode == 0
    assert out == ""
    assert f"To edit, open http://127.0.0.1:{port}/edit?token=" in err
    assert re.search(r"\d\d:\d\d:\d\d GET /terms/vss 200 [\d.]+ ms\n", err)
    assert "Traceback" not in err


def test_a_waiting_client_does_not_keep_it_from_ending(project: Project) -> None:
    process = start(project)
    with closing(socket.create_connection(("127.0.0.1", port_of(process)))) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)
    assert process.returncode == 0


def run(project: Project, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--project", str(project.root), "serve", *words])


def test_a_port_that_is_taken_is_told_in_one_line(project: Project) -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(project, "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"glossary: port {port} of 127.0.0.1 is taken by another program",
        f"hint: Choose another one: --port {port % 65535 + 1}",
    ]


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid", "a b", "\x1b[31m"])
def test_an_address_that_is_not_ours_is_told_in_one_line(project: Project, host: str) -> None:
    result = run(project, "--host", host, "--port", "0")
    assert result.exit_code == 2
    assert result.stderr.startswith("glossary: cannot answer at ")
    assert "\x1b" not in result.stderr


def test_a_port_that_cannot_be(project: Project) -> None:
    assert run(project, "--port", "65536").exit_code == 2


def test_outside_of_a_project_the_shipped_glossary_is_shown(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary", "serve", "--port", "0"],
        cwd=tmp_path, stderr=subprocess.PIPE, bufsize=0,
    )  # fmt: skip
    assert process.stderr
    assert process.stderr.readline().startswith(b"no project here")
    with urlopen(f"http://127.0.0.1:{port_of(process)}/?q=luong+huu") as answer:
        assert "lương hưu" in answer.read().decode()
    process.terminate()
    process.communicate()


def test_the_shipped_glossary_cannot_be_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["serve", "--edit", "--port", "0"])
    assert result.exit_code == 3
    assert "no project here" in result.stderr


def test_a_project_without_a_glossary(project: Project) -> None:
    project.catalog_path("vi").unlink()
    project.template.unlink()
    result = run(project, "--port", "0")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])
def test_the_address_is_one_that_a_browser_opens(host: str, shown: str) -> None:
    with closing(listen(host, 0)) as listening:
        assert address_of(listening).startswith(f"http://{shown}:")


def test_who_sends_no_request_is_let_go(port: int) -> None:
    start = time.monotonic()
    assert exchange(port) == b""
    assert exchange(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n") == b""
    assert exchange(port, *[b"X"] * 12, pause=0.1) == b""
    assert time.monotonic() - start < 8


def test_who_sends_no_body_is_let_go(port: int) -> None:
    head = b"POST /annotate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntext="
    assert exchange(port, head + kind).startswith(b"HTTP/1.1 408 ")


def test_who_takes_no_answer_is_let_go(port: int) -> None:
    with closing(socket.socket()) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(5)
        client.connect(("127.0.0.1", port))
        request = b"GET /static/style.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        taken = 0
        with suppress(ConnectionError):
            client.sendall(request * 2000)
            time.sleep(1.5)
            while data := client.recv(65536):
                taken += len(data)
    assert taken < 2000 * 10_000


def test_a_long_text_in_one_piece_is_taken(port: int) -> None:
    body = b"text=" + b"a+" * 90_000
    head = (
        b"POST /annotate HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    assert exchange(port, head + body).startswith(b"HTTP/1.1 200 ")


def test_who_wait_do_not_keep_others_waiting(port: int) -> None:
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
    try:
        for client in slow:
            client.sendall(b"GET / HTTP/1.1\r\nHost:")
        start = time.monotonic()
        with urlopen(f"http://127.0.0.1:{port}/") as answer:
            assert answer.status == 200
        assert time.monotonic() - start < 2
    finally:
        for client in slow:
            client.close()


def test_an_address_has_so_many_connections_and_no_more(port: int) -> None:
    most = connection.MOST_PER_ADDRESS
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(most)]
    try:
        time.sleep(0.05)
        assert exchange(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") == b""
    finally:
        for client in clients:
            client.close()
    time.sleep(0.1)
    with urlopen(f"http://127.0.0.1:{port}/") as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /?q=" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_an_odd_request_is_refused(port: int, request_: bytes) -> None:
    answer = exchange(port, request_)
    assert answer == b"" or re.match(rb"HTTP/1.1 4\d\d ", answer)
    with urlopen(f"http://127.0.0.1:{port}/progress") as still:
        assert still.status == 200


def test_a_foreign_web_socket_is_not_opened(port: int) -> None:
    upgrade = (
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\n"
        b"Upgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    assert b" 101 " not in exchange(port, upgrade).split(b"\r\n")[0]
