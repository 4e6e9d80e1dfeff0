"""X-Twilio-Signature: whether a request is Twilio's.

Twilio's documentation ("Webhooks security"): HMAC-SHA1, under the auth token, of the full URL followed by
every name and value of the POST, sorted by name, without anything between them; in Base64. A name with
several values has each distinct value once, in order (twilio's RequestValidator). Whether a port stands in
the URL that Twilio signs is not always the same: both are tried, with the standard port of the scheme where
ours names none.
"""

from __future__ import annotations

import hmac
from base64 import b64encode
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

HEADER = b"x-twilio-signature"  # as ASGI gives its name
_STANDARD = {"https": 443, "http": 80}


class Signatures:
    """Checks requests to one public address. May be used from any thread."""

    def __init__(self, public: str, tokens: Iterable[str]) -> None:
        """``public`` is the address by which Twilio reaches us; any of ``tokens`` may have signed."""
        self._keys = tuple(token.encode() for token in tokens)
        self._bases = _spellings(public)

    def valid(self, target: str, pairs: Iterable[tuple[str, str]], signature: str) -> bool:
        """Whether Twilio signed this request.

        Args:
            target: what follows the public address, path and query, byte for byte as requested.
            pairs: name and value of every parameter of the POST; none of a GET.
            signature: as the header has it.
        """
        given = signature.encode("utf-8", "replace")
        signed = target + "".join(name + value for name, value in sorted(set(pairs)))
        # Nothing leaks by which of them is right; each is compared in constant time.
        return any(
            hmac.compare_digest(_sign(key, base + signed), given)
            for key in self._keys
            for base in self._bases
        )


def _sign(key: bytes, text: str) -> bytes:
    # What is no UTF-8 was refused when the form was read; a query's bytes are Latin-1, and ASCII where ours.
    return b64encode(hmac.digest(key, text.encode("utf-8", "replace"), "sha1"))


def _spellings(public: str) -> tuple[str, ...]:
    """The address as it stands, without its port, and with one: each once, in this order."""
    address = urlsplit(public)
    host, _, port = address.netloc.rpartition(":") if address.port else (address.netloc, "", "")
    numbered = address.netloc if port else f"{host}:{_STANDARD[address.scheme]}"
    return tuple(dict.fromkeys((public, _at(address, host), _at(address, numbered))))


def _at(address: SplitResult, netloc: str) -> str:
    return address._replace(netloc=netloc).geturl()
