"""Whether to try again."""
import abc
import re

__all__ = ['retry_all', 'retry_always', 'retry_any', 'retry_base', 'retry_if_exception', 'retry_if_exception_cause_type',
           'retry_if_exception_message', 'retry_if_exception_type', 'retry_if_not_exception_message', 'retry_if_not_exception_type',
           'retry_if_not_result', 'retry_if_result', 'retry_never', 'retry_unless_exception_type']


def needed(retry_state):
    """The outcome of a state, which must have one."""
    if retry_state.outcome is None:
        raise RuntimeError('__call__() called before outcome was set')
    return retry_state.outcome


class retry_base(abc.ABC):
    @abc.abstractmethod
    def __call__(self, retry_state):
        pass

    def __and__(self, other):
        return other.__rand__(self) if isinstance(other, retry_base) else retry_all(*_parts(retry_all, self), other)

    def __or__(self, other):
        return other.__ror__(self) if isinstance(other, retry_base) else retry_any(*_parts(retry_any, self), other)

    def __rand__(self, other):
        return retry_all(*_parts(retry_all, other), *_parts(retry_all, self))

    def __ror__(self, other):
        return retry_any(*_parts(retry_any, other), *_parts(retry_any, self))


def _parts(kind, retry):
    return retry.retries if isinstance(retry, kind) else (retry,)


class _retry_never(retry_base):
    def __call__(self, retry_state):
        return False


class _retry_always(retry_base):
    def __call__(self, retry_state):
        return True


retry_never, retry_always = _retry_never(), _retry_always()


class retry_if_exception(retry_base):
    """`otherwise` is the answer for what has not failed."""
    otherwise = False

    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = needed(retry_state)
        return self.predicate(outcome.exception()) if outcome.failed else self.otherwise


class retry_if_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(self._check)

    def _check(self, error):
        return isinstance(error, self.exception_types)


class retry_if_not_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(self._check)

    def _check(self, error):
        return not isinstance(error, self.exception_types)


class retry_unless_exception_type(retry_if_not_exception_type):
    otherwise = True


class retry_if_exception_cause_type(retry_base):
    def __init__(self, exception_types=Exception):
        self.exception_cause_types = exception_types

    def __call__(self, retry_state):
        error, seen = needed(retry_state).exception(), set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            if isinstance(error.__cause__, self.exception_cause_types):
                return True
            error = error.__cause__
        return False


class retry_if_result(retry_base):
    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = needed(retry_state)
        return not outcome.failed and self.predicate(outcome.result())


class retry_if_not_result(retry_if_result):
    def __call__(self, retry_state):
        outcome = needed(retry_state)
        return not outcome.failed and not self.predicate(outcome.result())


class retry_if_exception_message(retry_if_exception):
    wanted = True

    def __init__(self, message=None, match=None):
        if (message is None) == (match is None):
            wrong = "missing 1 required argument 'message' or 'match'" if message is None else "takes either 'message' or 'match', not both"
            raise TypeError(f'{type(self).__name__}() {wrong}')
        self.message, self.match = message, None if match is None else re.compile(match)
        super().__init__(self._check)

    def _check(self, error):
        found = self.message == str(error) if self.message is not None else bool(self.match.match(str(error)))
        return found is self.wanted


class retry_if_not_exception_message(retry_if_exception_message):
    wanted, otherwise = False, True


class retry_any(retry_base):
    def __init__(self, *retries):
        self.retries = retries

    def __call__(self, retry_state):
        return any(retry(retry_state) for retry in self.retries)


class retry_all(retry_base):
    def __init__(self, *retries):
        self.retries = retries

    def __call__(self, retry_state):
        return all(retry(retry_state) for retry in self.retries)
