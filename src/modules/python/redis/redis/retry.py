"""Tries again what failed for want of a connection."""
import socket
from itertools import count
from time import sleep

from redis.exceptions import ConnectionError, TimeoutError


class Retry:
    """At most `retries` times, for ever if they are negative."""

    def __init__(self, backoff, retries, supported_errors=(ConnectionError, TimeoutError, socket.timeout)):
        self._backoff, self._retries, self._supported_errors = backoff, retries, supported_errors

    def _parts(self):
        return self._backoff, self._retries, frozenset(self._supported_errors)

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Retry) else NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def update_supported_errors(self, specified_errors):
        self._supported_errors = tuple({*self._supported_errors, *specified_errors})

    def get_retries(self):
        return self._retries

    def update_retries(self, value):
        self._retries = value

    def _counted(self):
        self._backoff.reset()
        return count(1)

    def _pause(self, failures, error):
        """How long to wait; the error itself where it was enough."""
        if failures > self._retries >= 0:
            raise error
        return self._backoff.compute(failures)

    def call_with_retry(self, do, fail):
        for failures in self._counted():
            try:
                return do()
            except self._supported_errors as problem:
                fail(problem)
                pause = self._pause(failures, problem)
            if pause > 0:
                sleep(pause)
