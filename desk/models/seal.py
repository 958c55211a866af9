"""Sealing payloads and signing heads. AES-256-GCM and Ed25519 from `cryptography`; nothing home-made."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


def new_key() -> bytes:
    """A new case key: 32 random bytes."""
    return secrets.token_bytes(32)


def seal(key: bytes, event_id: str, content: bytes) -> bytes:
    """`content` sealed for that event: nonce, then ciphertext with its tag."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, event_id.encode())


def unseal(key: bytes, event_id: str, sealed: bytes) -> bytes | None:
    """The content, or None when this key doesn't open it or a bit of either was changed."""
    try:
        return _cipher(key).decrypt(sealed[:NONCE], sealed[NONCE:], event_id.encode())
    except (InvalidTag, ValueError):  # ValueError: cut short
        return None


FILE_OVERHEAD = NONCE + 16
"""How many bytes a sealed file has more than the file."""

_FILE = b"desk attachment 1"


def seal_file(key: bytes, content: bytes) -> bytes:
    """`content` sealed so that the same file under the same key gives the same bytes, and with them the same address.

    The nonce is a pseudo-random function of key and content: it repeats only where everything else does too.
    """
    nonce = hmac.digest(key, _FILE + hashlib.sha256(content).digest(), "sha256")[:NONCE]
    return nonce + AESGCM(key).encrypt(nonce, content, _FILE)


def unseal_file(key: bytes, sealed: bytes) -> bytes | None:
    """The file, or None when this key doesn't open it or a bit of either was changed."""
    return unseal(key, _FILE.decode(), sealed)


@lru_cache(maxsize=1)
def _cipher(key: bytes) -> AESGCM:
    """The key in the form that opens; a case's events are opened one after the other."""
    return AESGCM(key)


def new_signing_key() -> bytes:
    """The private half of a device's identity, 32 raw bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def sign(private_key: bytes, head: str) -> bytes:
    """The device's signature of the hash at the end of its chain, 64 bytes."""
    return _signing_key(private_key).sign(head.encode())


@lru_cache(maxsize=1)
def _signing_key(private_key: bytes) -> Ed25519PrivateKey:
    """The key in the form that signs; making it takes longer than signing."""
    return Ed25519PrivateKey.from_private_bytes(private_key)


def signed_by(private_key: bytes, head: str, signature: bytes) -> bool:
    """Whether the device that owns `private_key` signed `head`."""
    try:
        Ed25519PrivateKey.from_private_bytes(private_key).public_key().verify(signature, head.encode())
    except (InvalidSignature, ValueError):  # ValueError: cut short
        return False
    return True
