"""Passkeys: what a device is asked for, and whether what it answers holds."""

import json
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from secondsource.model.desk import Passkey
from secondsource.web.errors import PasskeyRefused

ASKED_S = 600
"""How long a device may take to answer what a page asked; a page that lay open longer is opened anew."""

MOST_CREDENTIAL = 20_000
"""Characters of a device's answer; those that browsers send have some hundreds."""

_NOT_ONE = (
    # The library names most of what is wrong, but lets some of what hostile bytes make of CBOR and JSON through.
    WebAuthnException,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    struct.error,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who asks a device.

    Attributes:
        host: The host that its keys are bound to.
        origin: Where the page that asks stands: scheme, host and port.
        name: What the site is called.
    """

    host: str
    origin: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """What a device made.

    Attributes:
        id: The credential's id, base64url.
        public_key: The public key, COSE.
        sign_count: The device's counter.
    """

    id: str
    public_key: bytes
    sign_count: int


def challenge_of(token: str) -> bytes:
    """Return what a device signs for the form with this token: whoever has another form's answer has none for it."""
    return sha256(f"passkey\0{token}".encode()).digest()


def ask_for_new_key(party: Party, token: str, *, account: str, handle: str, known: Sequence[Passkey]) -> str:
    """Return as JSON what a browser is asked for to have a device make a key.

    Args:
        party: Who asks.
        token: The token of the form that the answer comes with.
        account: Whose key it will be.
        handle: By what the device tells again whose it is.
        known: The account's keys; a device that holds one makes no second.
    """
    return options_to_json(
        generate_registration_options(
            rp_id=party.host,
            rp_name=party.name,
            user_id=handle.encode(),
            user_name=account,
            user_display_name=account,
            challenge=challenge_of(token),
            timeout=ASKED_S * 1000,
            # Which make of device somebody has is none of our business.
            attestation=AttestationConveyancePreference.NONE,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.id)) for each in known],
        )
    )


def ask_for_signature(party: Party, token: str) -> str:
    """Return as JSON what a browser is asked for to have a device sign; it knows itself for whom it holds a key."""
    return options_to_json(
        generate_authentication_options(
            rp_id=party.host,
            challenge=challenge_of(token),
            timeout=ASKED_S * 1000,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def require_new_key(party: Party, token: str, credential: str) -> NewKey:
    """Return the key that a device made for the form with this token, on our page and with its holder's consent.

    Raises:
        PasskeyRefused: The answer is none to what was asked.
    """
    with _holding():
        verified = verify_registration_response(
            credential=_told(credential),
            expected_challenge=challenge_of(token),
            expected_rp_id=party.host,
            expected_origin=party.origin,
            require_user_verification=True,
        )
        return NewKey(
            id=bytes_to_base64url(verified.credential_id),
            public_key=verified.credential_public_key,
            sign_count=verified.sign_count,
        )


def credential_id(credential: str) -> str:
    """Return the id of the key that an answer says it was signed with, base64url without padding.

    Raises:
        PasskeyRefused: It names none.
    """
    with _holding():
        return bytes_to_base64url(base64url_to_bytes(_told(credential)["id"]))


def require_signature(party: Party, token: str, credential: str, passkey: Passkey, *, handle: str) -> int:
    """Return the counter with which the passkey signed the form with this token, on our page, its holder verified.

    Whether the counter went on is for the caller to see to, who knows what to do if not.

    Raises:
        PasskeyRefused: The signature does not hold.
    """
    with _holding():
        told = _told(credential)
        if base64url_to_bytes(told["response"]["userHandle"]).decode() != handle:
            raise PasskeyRefused(_refusal("it holds the key for somebody else"))
        verified = verify_authentication_response(
            credential=told,
            expected_challenge=challenge_of(token),
            expected_rp_id=party.host,
            expected_origin=party.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
        return verified.new_sign_count


@contextmanager
def _holding() -> Iterator[None]:
    try:
        yield
    except _NOT_ONE as error:
        raise PasskeyRefused(_refusal("it is none to what this page asked")) from error


def _told(credential: str) -> dict[str, Any]:
    if not 0 < len(credential) <= MOST_CREDENTIAL:
        raise ValueError("length")
    told: dict[str, Any] = json.loads(credential)
    return told


def _refusal(found: str) -> str:
    return f"A device answered for a passkey; {found}.\nOpen the page again and try once more, or use your password."
