"""Keeps one address from asking for a thing without end.

Django's own cache counts: the site has one already, shared by the workers, while
django-ratelimit refuses the cache of files that is our default.
"""

import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# Who shares a network of IPv6 has so many addresses that each would count for itself.
IPV6_PREFIX = 64
# A Redis that is away is no error: see config/redis_cache.py.
CACHE_IS_DOWN = OSError
EVERYBODY = "everybody"


@dataclass(frozen=True)
class RateLimit:
    """`most` times within `window` seconds for each network.

    A proxy on this machine that does not say who asks speaks for everybody: all whom
    it speaks for have `most_together` times, and no limit where that is None.
    """

    name: str
    most: int
    window: int
    most_together: int | None = None

    def seconds_to_wait(self, request: HttpRequest) -> int:
        """Count this request; how long its visitor must wait, 0 for nearly everybody.

        Where nobody can count, because the cache is down, nobody waits.
        """
        network = network_of(request)
        most = self.most if network else self.most_together
        return 0 if most is None else self.count(network or EVERYBODY, most)

    def count(self, who: str, most: int | None = None) -> int:
        """The same for anything that has a name, such as an account."""
        window, passed = divmod(int(time.time()), self.window)
        # No address is kept, not even for a minute.
        hidden = salted_hmac("home.rate_limit", who).hexdigest()
        key = f"{self.name}-{window}-{hidden}"
        try:
            cache.add(key, 0, self.window)
            counted = cache.incr(key)
            # The cache of files would keep it for its own five minutes.
            cache.touch(key, self.window)
        except ValueError:
            # It was thrown out between the two.
            return 0
        except CACHE_IS_DOWN:
            return 0
        allowed = self.most if most is None else most
        return self.window - passed if counted > allowed else 0


def network_of(request: HttpRequest) -> str:
    """The network a request came from, "" where that says nothing of the visitor."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        # Our proxy adds the last one; what stands before it anybody can write.
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = forwarded.rpartition(",")[2].strip() or address
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    if found.is_loopback:
        # A proxy on this machine speaks for everybody.
        return ""
    prefix = IPV6_PREFIX if found.version == 6 else 32
    return str(ip_network((found, prefix), strict=False))
