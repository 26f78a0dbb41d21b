"""The app on a phone (RFC 6238), written without the site's own code."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30


def code_for(key: str, step: int) -> str:
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.digest(secret, struct.pack(">Q", step), hashlib.sha1)
    start = digest[-1] & 15
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def new_code(key: str, after: str = "") -> str:
    """The code of now; where that was used, the next one, which the site takes early."""
    step = int(time.time()) // STEP
    code = code_for(key, step)
    # A phone's clock may be half a minute ahead, so nobody has to wait here.
    return code_for(key, step + 1) if code == after else code
