"""The key by which a company's bundles are known: Ed25519 (RFC 8032), kept as PKCS 8 in PEM."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ivr.errors import OperatorError

_RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
_PEM = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def make_key(path: Path) -> Ed25519PrivateKey:
    """A new key in a new file that only this user reads. Raises OperatorError where there is one already."""
    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(text)
    except FileExistsError as error:
        raise OperatorError(
            f"{path} exists already. Bundles are known by this key: keep it, or move it away yourself."
        ) from error
    except OSError as error:
        raise OperatorError(
            f"{path} cannot be written ({error.strerror}). Let this user write it."
        ) from error
    return key


def read_key(text: str, where: str) -> Ed25519PrivateKey:
    """The key of a PEM text; ``where`` it stands is told in the OperatorError that it is none."""
    try:
        key = serialization.load_pem_private_key(text.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise OperatorError(f"{where} holds no key that can be read. Make one: ivr incident key.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise OperatorError(f"{where} holds a key of another kind than Ed25519. Make one: ivr incident key.")
    return key


def public_pem(key: Ed25519PublicKey) -> bytes:
    """The public key as every tool reads it."""
    return key.public_bytes(*_PEM)


def read_public(pem: bytes) -> Ed25519PublicKey | None:
    """The public key of a PEM text; None where it is none."""
    try:
        key = serialization.load_pem_public_key(pem)
    except ValueError:
        return None
    return key if isinstance(key, Ed25519PublicKey) else None


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 of the 32 bytes of the public key, in hex: how people tell each other which key it is."""
    return hashlib.sha256(key.public_bytes(*_RAW)).hexdigest()


def is_signed(key: Ed25519PublicKey, signature: bytes, signed: bytes) -> bool:
    """Whether that is this key's signature of it."""
    try:
        key.verify(signature, signed)
    except InvalidSignature:
        return False
    return True
