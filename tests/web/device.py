"""A device that keeps passkeys, made of software: what it signs is real, and it can be told to lie."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One device with one key.

    Attributes:
        origin: The page it believes to stand on.
        host: The host it binds its key to.
        counter: What it says how often it signed.
        flags: Whether its holder was there, and was asked for a finger or a number.
    """

    origin: str = "https://desk.example"
    host: str = "desk.example"
    counter: int = 0
    flags: int = PRESENT | VERIFIED
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = b"a key of sixteen"
    handle: bytes = b""

    def make(self, options: str, **lies: Any) -> str:
        """Return what a browser sends for a new key."""
        asked = json.loads(options)
        self.handle = base64url_to_bytes(asked["user"]["id"])
        numbers = self.key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        kept = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(cose)
        data = self._data(self.flags | ATTESTED) + kept
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        told = self._client("webauthn.create", asked, lies)
        return self._answer({"clientDataJSON": told, "attestationObject": attestation})

    def sign(self, options: str, **lies: Any) -> str:
        """Return what a browser sends to sign in."""
        asked = json.loads(options)
        self.counter += 1 if self.counter else 0
        data, told = self._data(self.flags), self._client("webauthn.get", asked, lies)
        signature = self.key.sign(data + hashlib.sha256(told).digest(), ec.ECDSA(hashes.SHA256()))
        sent = {"clientDataJSON": told, "authenticatorData": data, "signature": signature, "userHandle": self.handle}
        return self._answer(sent)

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _client(self, kind: str, asked: dict[str, Any], lies: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": False, **lies}
        return json.dumps(told).encode()

    def _answer(self, response: dict[str, bytes]) -> str:
        return json.dumps(
            {
                "id": bytes_to_base64url(self.id),
                "rawId": bytes_to_base64url(self.id),
                "type": "public-key",
                "clientExtensionResults": {},
                "response": {name: bytes_to_base64url(data) for name, data in response.items()},
            }
        )
