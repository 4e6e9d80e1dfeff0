"""A scripted manager interface: what it answers is written down in a test, what it is sent is kept."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

GREETING = b"Asterisk Call Manager/11.0.0\r\n"
BOOTED = {"Event": "FullyBooted", "Privilege": "system,all", "Status": "Fully Booted"}
Block = dict[str, str]
Answer = list[Block] | bytes | None  # blocks, raw bytes, or the end of the connection


def success(message: str = "") -> Block:
    return {"Response": "Success", "Message": message}


def error(message: str) -> Block:
    return {"Response": "Error", "Message": message}


def listing(name: str, items: list[Block], last: str, count: int | None = None) -> list[Block]:
    """A list as Asterisk 22 sends it."""
    number = str(len(items) if count is None else count)
    events = [{"Event": name, **item} for item in items]
    return [
        {"Response": "Success", "EventList": "start", "Message": "Result will follow"},
        *events,
        {"Event": last, "EventList": "Complete", "ListItems": number},
    ]


def render(block: Block) -> bytes:
    return ("".join(f"{key}: {value}\r\n" for key, value in block.items()) + "\r\n").encode()


class FakeAmi:
    """Listens on a port of its own. ``answers`` is by the action's name; what is not in it succeeds."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[Block], Answer] | Answer] = {
            "Login": [success("Authentication accepted"), BOOTED],
            "DBGetTree": listing("DBGetTreeResponse", [], "DBGetTreeComplete"),
        }
        self.actions: list[Block] = []
        self.raw: list[bytes] = []  # each action as it came
        self.greeting = GREETING
        self.reads = True  # False: takes connections and bytes, reads and says nothing
        self.over = threading.Event()  # went down
        self.connections: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address: tuple[str, int] = self.listener.getsockname()
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def tell(self, block: Block | bytes) -> None:
        """News, to whoever is connected last and has been greeted."""
        eventually(lambda: self.connections)
        self.connections[-1].sendall(block if isinstance(block, bytes) else render(block))

    def hang_up(self) -> None:
        """End every connection; new ones are taken."""
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def down(self) -> None:
        """Nothing listens any more."""
        self.over.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.hang_up()

    def up(self) -> None:
        """Something listens again, on the same port."""
        self.listener = socket.create_server(self.address)
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def freeze(self, action: Block) -> list[Block]:
        """An answer after which nothing more is read."""
        self.reads = False
        return [success()]

    def of(self, name: str) -> list[Block]:
        """The actions of that name that came."""
        return [action for action in self.actions if action["Action"] == name]

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.sendall(self.greeting)
            self.connections.append(connection)
            data = b""
            while self.reads and (more := connection.recv(65_536)):
                data += more
                while b"\r\n\r\n" in data:
                    raw, _, data = data.partition(b"\r\n\r\n")
                    self._answer(connection, raw)
            if not self.reads:
                self.over.wait(30)

    def _answer(self, connection: socket.socket, raw: bytes) -> None:
        action: Block = {}
        for line in raw.decode().split("\r\n"):
            key, _, value = line.partition(": ")
            action[f"Variable {value.partition('=')[0]}" if key == "Variable" else key] = value
        self.raw.append(raw)
        self.actions.append(action)
        answer = self.answers.get(action["Action"], [success()])
        said = answer(action) if callable(answer) else answer
        if said is None:
            connection.shutdown(socket.SHUT_RDWR)
        elif isinstance(said, bytes):
            connection.sendall(said)
        else:
            connection.sendall(b"".join(render(block | {"ActionID": action["ActionID"]}) for block in said))


def eventually(condition: Callable[[], object], within: float = 5.0) -> None:
    """Wait until ``condition`` holds. Raises AssertionError."""
    until = time.monotonic() + within
    while not condition():
        assert time.monotonic() < until, "It did not happen."
        time.sleep(0.005)
