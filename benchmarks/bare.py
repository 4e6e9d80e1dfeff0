"""The second way: what one writes first with pyst2, a FastAGI server with a thread per call and nothing else.

    python -m benchmarks.bare PORT GREETING KEY PROMPT

It plays GREETING (a path without its ending), and when KEY is pressed PROMPT. It keeps no records, writes no
logs, and knows what to say beforehand. Any other server on pyst2 can only cost more.
"""

from __future__ import annotations

import io
import socketserver
import sys
from typing import Any

from asterisk.agi import AGI, AGIException

KEYS, WAIT = "0123456789*#", 6_000  # milliseconds, as the bot waits


class _Sink(io.TextIOBase):
    """pyst2 tells stderr all that it reads and writes."""

    def write(self, _: str) -> int:
        return 0


class _Bare(AGI):  # type: ignore[misc]  # pyst2 carries no types
    """pyst2's AGI as it is, made without the signal handler that only a main thread may install."""

    def __init__(self, stdin: Any, stdout: Any) -> None:
        self.stdin, self.stdout, self.stderr = stdin, stdout, _Sink()
        self._got_sighup = False
        self.env: dict[str, str] = {}
        self._get_agi_env()


class _Handler(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """One call."""
        with io.TextIOWrapper(self.wfile, write_through=True) as out:  # type: ignore[type-var]
            agi = _Bare(self.rfile, out)
            greeting, key, prompt = sys.argv[2:]
            try:
                if agi.get_option(greeting, KEYS, WAIT) == key:
                    agi.get_option(prompt, KEYS, WAIT)
                agi.hangup()
            except (AGIException, ValueError, OSError):
                return  # the caller hung up


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 256


def main() -> None:
    """Serve until killed."""
    with _Server(("", int(sys.argv[1])), _Handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
