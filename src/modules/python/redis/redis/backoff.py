"""How long to wait before something is tried again, in seconds."""
import random

DEFAULT_CAP = 0.512
DEFAULT_BASE = 0.008


class AbstractBackoff:
    def _parts(self):
        return tuple(vars(self).values())

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def reset(self):
        pass

    def compute(self, failures):
        raise NotImplementedError


class ConstantBackoff(AbstractBackoff):
    def __init__(self, backoff):
        self._backoff = backoff

    def compute(self, failures):
        return self._backoff


class NoBackoff(ConstantBackoff):
    def __init__(self):
        super().__init__(0)


class ExponentialBackoff(AbstractBackoff):
    def __init__(self, cap=DEFAULT_CAP, base=DEFAULT_BASE):
        self._cap, self._base = cap, base

    def compute(self, failures):
        return min(self._cap, self._base * 2 ** failures)


class FullJitterBackoff(ExponentialBackoff):
    def compute(self, failures):
        return random.uniform(0, super().compute(failures))


class EqualJitterBackoff(ExponentialBackoff):
    def compute(self, failures):
        half = super().compute(failures) / 2
        return half + random.uniform(0, half)


class ExponentialWithJitterBackoff(ExponentialBackoff):
    def compute(self, failures):
        return min(self._cap, random.random() * self._base * 2 ** failures)


class DecorrelatedJitterBackoff(AbstractBackoff):
    def __init__(self, cap=DEFAULT_CAP, base=DEFAULT_BASE):
        self._cap, self._base, self._previous_backoff = cap, base, 0

    def _parts(self):
        return self._cap, self._base

    def reset(self):
        self._previous_backoff = 0

    def compute(self, failures):
        self._previous_backoff = min(self._cap, random.uniform(self._base, max(self._base, self._previous_backoff * 3)))
        return self._previous_backoff


def default_backoff():
    return EqualJitterBackoff()
