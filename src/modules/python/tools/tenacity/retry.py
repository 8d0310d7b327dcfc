"""Whether to try again."""
import re

__all__ = ['retry_all', 'retry_always', 'retry_any', 'retry_base', 'retry_if_exception', 'retry_if_exception_cause_type',
           'retry_if_exception_message', 'retry_if_exception_type', 'retry_if_not_exception_message', 'retry_if_not_exception_type',
           'retry_if_not_result', 'retry_if_result', 'retry_never', 'retry_unless_exception_type']


class retry_base:
    def __and__(self, other):
        return retry_all(self, other)

    def __or__(self, other):
        return retry_any(self, other)

    def __rand__(self, other):
        return retry_all(other, self)

    def __ror__(self, other):
        return retry_any(other, self)


class _Always(retry_base):
    def __init__(self, answer):
        self._answer = answer

    def __call__(self, retry_state):
        return self._answer


retry_never, retry_always = _Always(False), _Always(True)


class retry_if_exception(retry_base):
    """`otherwise` is the answer for what has not failed."""
    otherwise = False

    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = retry_state.outcome
        return self.predicate(outcome.exception()) if outcome.failed else self.otherwise


class retry_if_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(lambda error: isinstance(error, exception_types))


class retry_if_not_exception_type(retry_if_exception):
    def __init__(self, exception_types=Exception):
        self.exception_types = exception_types
        super().__init__(lambda error: not isinstance(error, exception_types))


class retry_unless_exception_type(retry_if_not_exception_type):
    otherwise = True


class retry_if_exception_cause_type(retry_base):
    def __init__(self, exception_types=Exception):
        self.exception_cause_types = exception_types

    def __call__(self, retry_state):
        error = retry_state.outcome.exception() if retry_state.outcome.failed else None
        while error is not None:
            if isinstance(error.__cause__, self.exception_cause_types):
                return True
            error = error.__cause__
        return False


class retry_if_result(retry_base):
    wanted = True

    def __init__(self, predicate):
        self.predicate = predicate

    def __call__(self, retry_state):
        outcome = retry_state.outcome
        return not outcome.failed and bool(self.predicate(outcome.result())) is self.wanted


class retry_if_not_result(retry_if_result):
    wanted = False


class retry_if_exception_message(retry_if_exception):
    wanted = True

    def __init__(self, message=None, match=None):
        if (message is None) == (match is None):
            wrong = "missing 1 required argument 'message' or 'match'" if message is None else "takes either 'message' or 'match', not both"
            raise TypeError(f'{type(self).__name__}() {wrong}')
        self.message, self.match = message, match and re.compile(match)
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


class retry_all(retry_any):
    def __call__(self, retry_state):
        return all(retry(retry_state) for retry in self.retries)
