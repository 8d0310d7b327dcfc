"""How long to wait."""
import math
import random

from tenacity._utils import MAX_WAIT as _MOST, to_seconds
from tenacity.retry import needed

__all__ = ['wait_chain', 'wait_combine', 'wait_exception', 'wait_exponential', 'wait_exponential_jitter', 'wait_fixed', 'wait_full_jitter',
           'wait_incrementing', 'wait_none', 'wait_random', 'wait_random_exponential']


class wait_base:
    def __add__(self, other):
        return wait_combine(self, other)

    def __radd__(self, other):
        if isinstance(other, int):
            return self if other == 0 else NotImplemented
        return wait_combine(self, other)


class wait_fixed(wait_base):
    def __init__(self, wait):
        self.wait_fixed = to_seconds(wait)

    def __call__(self, retry_state):
        return self.wait_fixed


class wait_none(wait_fixed):
    def __init__(self):
        super().__init__(0)


class wait_random(wait_base):
    def __init__(self, min=0, max=1):
        self.wait_random_min, self.wait_random_max = to_seconds(min), to_seconds(max)

    def __call__(self, retry_state):
        return self.wait_random_min + random.random() * (self.wait_random_max - self.wait_random_min)


class wait_combine(wait_base):
    def __init__(self, *strategies):
        self.wait_funcs = strategies

    def __call__(self, retry_state):
        return float(sum(wait(retry_state) for wait in self.wait_funcs))


class wait_chain(wait_base):
    def __init__(self, *strategies):
        if not strategies:
            raise ValueError('wait_chain() requires at least one strategy')
        self.strategies = strategies

    def __call__(self, retry_state):
        return self.strategies[min(max(retry_state.attempt_number, 1), len(self.strategies)) - 1](retry_state)


class wait_exception(wait_base):
    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        error = needed(retry_state).exception()
        if error is None:
            raise RuntimeError('outcome failed but the exception is None')
        return self.predicate(error)


class wait_incrementing(wait_base):
    def __init__(self, start=0, increment=100, max=_MOST):
        self.start, self.increment, self.max = to_seconds(start), to_seconds(increment), to_seconds(max)

    def __call__(self, retry_state):
        return max(0, min(self.start + self.increment * (retry_state.attempt_number - 1), self.max))


class wait_exponential(wait_base):
    def __init__(self, multiplier=1, max=_MOST, exp_base=2, min=0):
        self.multiplier, self.max, self.exp_base, self.min = multiplier, to_seconds(max), exp_base, to_seconds(min)

    def _grown(self, retry_state, more=0):
        exponent, base = retry_state.attempt_number - 1, self.exp_base
        if not more and base > 1 and self.multiplier > 0 and 0 < self.max < _MOST:
            if exponent > math.log(self.max, base) - math.log(self.multiplier, base):
                return max(0, self.min, self.max)
        try:
            result = self.multiplier * base ** exponent + more
        except OverflowError:
            result = self.max
        return max(0, self.min, min(result, self.max))

    def __call__(self, retry_state):
        return self._grown(retry_state)


class wait_random_exponential(wait_exponential):
    def __call__(self, retry_state):
        return random.uniform(self.min, self._grown(retry_state))


wait_full_jitter = wait_random_exponential


class wait_exponential_jitter(wait_exponential):
    def __init__(self, initial=1, max=_MOST, exp_base=2, jitter=1, min=0, multiplier=1):
        if initial != 1:
            if multiplier != 1:
                raise ValueError("Cannot specify both 'initial' and 'multiplier' — use 'multiplier' only")
            from warnings import warn
            warn("The 'initial' parameter is deprecated, use 'multiplier' instead", DeprecationWarning, stacklevel=2)
            multiplier = initial
        super().__init__(multiplier, max, exp_base, min)
        self.jitter = to_seconds(jitter)

    def __call__(self, retry_state):
        return self._grown(retry_state, random.uniform(0, self.jitter))
