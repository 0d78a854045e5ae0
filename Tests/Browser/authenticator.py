"""The app in a telephone that shows one-time codes (RFC 6238), made from the standard library alone."""

import base64
import hmac
import struct
import time

PERIOD = 30


def code(secret: str, step: int) -> str:
    """The code of a step, of a secret as people type it."""
    key = base64.b32decode(secret.replace(" ", ""))
    mac = hmac.digest(key, struct.pack(">Q", step), "sha1")
    offset = mac[-1] & 15
    number = struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def now() -> int:
    """The step of this moment."""
    return int(time.time()) // PERIOD
