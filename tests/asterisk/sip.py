"""SIP messages (RFC 3261) as far as a telephone needs them: parse, render, answer, digest (RFC 2617)."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, replace

COMPACT = {"v": "via", "f": "from", "t": "to", "i": "call-id", "m": "contact", "l": "content-length"}
REASONS = {
    100: "Trying",
    180: "Ringing",
    200: "OK",
    404: "Not Found",
    480: "Temporarily Unavailable",
    481: "Call/Transaction Does Not Exist",
    486: "Busy Here",
    487: "Request Terminated",
    501: "Not Implemented",
    503: "Service Unavailable",
    603: "Decline",
}
METHODS = "INVITE, ACK, BYE, CANCEL, OPTIONS, NOTIFY"
COPIED = ("via", "from", "to", "call-id", "cseq")  # what a response repeats of its request, section 8.2.6


@dataclass(frozen=True)
class Message:
    """A request or a response. Headers keep their order; names are compared without case."""

    start: str  # request line or status line
    headers: tuple[tuple[str, str], ...]
    body: str = ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order."""
        return tuple(value for key, value in self.headers if key.lower() == name.lower())

    def get(self, name: str) -> str:
        """The first value of a header, or "" when there is none."""
        return next(iter(self.all(name)), "")

    def with_header(self, name: str, value: str) -> Message:
        """The same message with ``name`` set to ``value`` (any earlier value replaced in its place)."""
        if not self.get(name):
            return replace(self, headers=(*self.headers, (name, value)))
        changed = tuple((k, value if k.lower() == name.lower() else v) for k, v in self.headers)
        return replace(self, headers=changed)

    def without(self, name: str) -> Message:
        """The same message with no header ``name``."""
        return replace(self, headers=tuple(pair for pair in self.headers if pair[0].lower() != name.lower()))

    @property
    def is_response(self) -> bool:
        """A status line, not a request line."""
        return self.start.startswith("SIP/2.0 ")

    @property
    def status(self) -> int:
        """The code of a response."""
        return int(self.start.split(" ")[1])

    @property
    def reason(self) -> str:
        """The words after the code of a response."""
        return self.start.split(" ", 2)[2]

    @property
    def method(self) -> str:
        """The method of a request, or of the request a response belongs to."""
        return self.get("cseq").split()[-1] if self.is_response else self.start.split(" ", 1)[0]

    @property
    def number(self) -> int:
        """The CSeq number."""
        return int(self.get("cseq").split()[0])

    @property
    def branch(self) -> str:
        """The transaction's id, from the topmost Via."""
        return parameter(self.get("via"), "branch")

    def render(self) -> bytes:
        """As it goes over the wire, with its Content-Length."""
        body = self.body.encode()
        lines = [self.start, *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def parse(datagram: bytes) -> Message | None:
    """The message in a datagram; None for a keep-alive or anything else that is no SIP."""
    head, _, body = datagram.decode("utf-8", "replace").partition("\r\n\r\n")
    start, *lines = head.split("\r\n")
    if "SIP/2.0" not in start:
        return None
    pairs = (line.partition(":") for line in lines if ":" in line)
    headers = tuple(
        (COMPACT.get(name.strip().lower(), name.strip()), value.strip()) for name, _, value in pairs
    )
    return Message(start, tuple(pair for pair in headers if pair[0].lower() != "content-length"), body)


def parameter(header: str, name: str) -> str:
    """The value of ``;name=value`` in a header, or ""."""
    found = re.search(rf";\s*{name}=([^;>\s,]+)", header)
    return found.group(1) if found else ""


def uri(header: str) -> str:
    """The address in a From, To or Contact header, without its parameters' brackets."""
    found = re.search(r"<([^>]+)>", header)
    return found.group(1) if found else header.split(";", maxsplit=1)[0].strip()


def user(header: str) -> str:
    """The user part of a header's address: the number that was dialled, or that is calling."""
    found = re.search(r"sips?:([^@;>]+)@", header)
    return found.group(1) if found else ""


def token() -> str:
    """A fresh word for tags, branches and call ids."""
    return secrets.token_hex(8)


def branch() -> str:
    """A fresh transaction id with the magic cookie of section 8.1.1.7."""
    return f"z9hG4bK{token()}"


def response(request: Message, code: int, tag: str, contact: str = "", sdp: str = "") -> Message:
    """The answer to a request; ``tag`` completes its To where the dialogue has none yet."""
    headers = [pair for pair in request.headers if pair[0].lower() in COPIED]
    message = Message(f"SIP/2.0 {code} {REASONS[code]}", tuple(headers), sdp)
    if code > 100 and not parameter(request.get("to"), "tag"):
        message = message.with_header("To", f"{request.get('to')};tag={tag}")
    if contact:
        message = message.with_header("Contact", contact).with_header("Allow", METHODS)
    return message.with_header("Content-Type", "application/sdp") if sdp else message


def credentials(request: Message, challenge: Message, username: str, password: str) -> Message:
    """``request`` once more, with the answer to a 401 or 407 and a new transaction."""
    asked, answered = _HEADERS[challenge.status]
    fields = _fields(challenge.get(asked))
    digest = _digest(request, fields, username, password)
    number = f"{request.number + 1} {request.method}"
    via = re.sub(r"branch=[^;]+", f"branch={branch()}", request.get("via"))
    return request.with_header("Via", via).with_header("CSeq", number).with_header(answered, digest)


_HEADERS = {401: ("www-authenticate", "Authorization"), 407: ("proxy-authenticate", "Proxy-Authorization")}


def _fields(challenge: str) -> dict[str, str]:
    return {
        name: quoted or plain
        for name, quoted, plain in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', challenge)
    }


def _digest(request: Message, fields: dict[str, str], username: str, password: str) -> str:
    address, nonce, realm = request.start.split(" ")[1], fields["nonce"], fields["realm"]
    parts = {"username": username, "realm": realm, "nonce": nonce, "uri": address}
    if "opaque" in fields:
        parts["opaque"] = fields["opaque"]
    secret, asked = _md5(f"{username}:{realm}:{password}"), _md5(f"{request.method}:{address}")
    middle, plain = "", "algorithm=MD5"
    if "qop" in fields:
        parts["cnonce"] = token()
        middle, plain = f"00000001:{parts['cnonce']}:auth:", "algorithm=MD5, qop=auth, nc=00000001"
    parts["response"] = _md5(f"{secret}:{nonce}:{middle}{asked}")
    return "Digest " + ", ".join([*(f'{name}="{value}"' for name, value in parts.items()), plain])


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
