"""Small things around clients."""
from contextlib import contextmanager


def from_url(url, **kwargs):
    from redis.client import Redis
    return Redis.from_url(url, **kwargs)


@contextmanager
def pipeline(redis_obj):
    made = redis_obj.pipeline()
    yield made
    made.execute()


def str_if_bytes(value):
    return value.decode('utf-8', errors='replace') if isinstance(value, bytes) else value


def safe_str(value):
    return str(str_if_bytes(value))
