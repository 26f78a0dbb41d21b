"""The cache of several machines, which may be away without anybody noticing."""

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from config.caches import Forgiving

PAUSE = 1.0  # seconds before a Redis that was away is asked again


class ForgivingRedisCache(Forgiving, RedisCache):
    """Redis, which may be gone."""

    errors = (RedisError,)
    pause = PAUSE
