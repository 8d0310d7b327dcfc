"""Groups of exceptions that must be raised within a block."""
from textwrap import indent

from .outcomes import fail
from .raises import AbstractRaises, RaisesExc, _pattern, wrong_type


def _told(expected):
    return expected.__name__ if isinstance(expected, type) else repr(expected)


def _mismatch(expected, exception):
    """Why an exception is not what is expected; None: it is."""
    if isinstance(expected, type):
        return wrong_type(expected, exception)
    if expected.matches(exception):
        return None
    reason = expected.fail_reason
    return f'\n{expected!r}: {indent(reason, "  ")}' if reason.startswith('\n') else f'{expected!r}: {reason}'


def _flat(exceptions):
    for each in exceptions:
        if isinstance(each, BaseExceptionGroup):
            yield from _flat(each.exceptions)
        else:
            yield each


class RaisesGroup(AbstractRaises):
    def __init__(self, expected_exception, /, *other_exceptions, allow_unwrapped=False, flatten_subgroups=False, match=None, check=None):
        super().__init__(match, check)
        self.allow_unwrapped, self.flatten_subgroups = allow_unwrapped, flatten_subgroups
        if allow_unwrapped and other_exceptions:
            raise ValueError('You cannot specify multiple exceptions with `allow_unwrapped=True.` If you want to match one of '
                             'multiple possible exceptions you should use a `RaisesExc`. E.g. '
                             '`RaisesExc(check=lambda e: isinstance(e, (...)))`')
        if allow_unwrapped and isinstance(expected_exception, RaisesGroup):
            raise ValueError('`allow_unwrapped=True` has no effect when expecting a `RaisesGroup`. You might want it in the '
                             "expected `RaisesGroup`, or `flatten_subgroups=True` if you don't care about the structure.")
        self.expected_exceptions = tuple(self._part(each) for each in (expected_exception, *other_exceptions))

    def _part(self, each):
        if isinstance(each, RaisesGroup) and self.flatten_subgroups:
            raise ValueError('You cannot specify a nested structure inside a RaisesGroup with `flatten_subgroups=True`. The '
                             'parameter will flatten subgroups in the raised exceptiongroup before matching, which would never '
                             'match a nested structure.')
        if isinstance(each, AbstractRaises):
            self.is_baseexception |= each.is_baseexception
            each._nested = True
            return each
        if isinstance(each, tuple):
            raise TypeError("Expected a BaseException type, RaisesExc, or RaisesGroup, but got 'tuple'.\n"
                            'RaisesGroup does not support tuples of exception types when expecting one of several possible '
                            'exception types like RaisesExc.\nIf you meant to expect a group with multiple exceptions, list them '
                            'as separate arguments.')
        return self._parsed(each, 'a BaseException type, RaisesExc, or RaisesGroup')

    def __repr__(self):
        parts = [_told(each) for each in self.expected_exceptions]
        parts += [f'{name}=True' for name in ('allow_unwrapped', 'flatten_subgroups') if getattr(self, name)]
        if self.match is not None:
            parts.append(f'match={_pattern(self.match)!r}')
        if self.check is not None:
            parts.append(f'check={self.check!r}')
        return f'RaisesGroup({", ".join(parts)})'

    def expected_type(self):
        parts = (each.expected_type() if isinstance(each, RaisesGroup) else _told(each) for each in self.expected_exceptions)
        return f'{"Base" if self.is_baseexception else ""}ExceptionGroup({", ".join(parts)})'

    def _why_not(self, exception):
        expected = self.expected_exceptions
        if not isinstance(exception, BaseExceptionGroup):
            return self._why_not_unwrapped(exception)
        actual = list(_flat(exception.exceptions)) if self.flatten_subgroups else list(exception.exceptions)
        alone = len(actual) == len(expected) == 1 and isinstance(expected[0], type)
        if reason := self._unmatched(exception):
            if alone and isinstance(actual[0], expected[0]) and not self._unmatched(actual[0]):
                reason += (f'\n but matched the expected `{_told(expected[0])}`.\n You might want '
                           f'`RaisesGroup(RaisesExc({expected[0].__name__}, match={_pattern(self.match)!r}))`')
        elif reason := self._unpaired(actual):
            of_groups = self.flatten_subgroups or any(isinstance(each, RaisesGroup) for each in expected)
            if not of_groups and any(isinstance(each, BaseExceptionGroup) for each in actual) and not self._unpaired(list(_flat(actual))):
                reason += f'\n{"" if chr(10) in reason else "  "}Did you mean to use `flatten_subgroups=True`?'
        elif reason := self._unchecked(exception):
            reason += f' on the {type(exception).__name__}'
            if alone and not self._unchecked(actual[0]):
                reason += (f', but did return True for the expected {_told(expected[0])}. You might want '
                           f'RaisesGroup(RaisesExc({expected[0].__name__}, check=<...>))')
        return reason

    def _why_not_unwrapped(self, exception):
        told = f'`{type(exception).__name__}()` is not an exception group'
        first, *others = self.expected_exceptions
        reason = told if others else _mismatch(first, exception)
        if self.allow_unwrapped:
            return reason
        return told if reason else f'{told}, but would match with `allow_unwrapped=True`'

    def _unpaired(self, actual):
        """Why those raised cannot be paired with those expected; None: they can."""
        expected = self.expected_exceptions
        left, paired, unmet = list(range(len(actual))), {}, []
        for at, each in enumerate(expected):
            found = next((i for i in left if _mismatch(each, actual[i]) is None), None)
            if found is None:
                unmet.append(at)
            else:
                left.remove(found)
                paired[at] = found
        if not left and not unmet:
            return None
        if len(actual) == len(expected) == 1:
            return _mismatch(expected[0], actual[0])
        table = [[_mismatch(each, exception) for each in expected] for exception in actual]
        lonely_actual = all(reason is not None for i in left for reason in table[i])
        lonely_expected = all(row[at] is not None for at in unmet for row in table)
        done = f'{len(paired)} matched exception{"s" if len(paired) > 1 else ""}. ' if paired else ''
        if not unmet and lonely_actual:
            return f'{done}Unexpected exception(s): {[actual[i] for i in left]!r}'
        if not left and lonely_expected:
            missing = ', '.join(_told(expected[at]) for at in unmet)
            return f'{done}Too few exceptions raised, found no match for: [{missing}]'
        if len(left) == len(unmet) == 1 and lonely_actual and lonely_expected:
            return f'{done}{table[left[0]][unmet[0]]}'
        return self._listed(actual, table, left, unmet, paired, done)

    def _listed(self, actual, table, left, unmet, paired, done):
        expected, by_actual = self.expected_exceptions, {i: at for at, i in paired.items()}
        told = f'\n{done}' if paired else ''
        if not left:
            told += '\nToo few exceptions raised!'
        elif not unmet:
            told += '\nUnexpected exception(s)!'
        if unmet:
            told += '\nThe following expected exceptions did not find a match:'
        for at in unmet:
            told += f'\n  {_told(expected[at])}'
            for i, exception in enumerate(actual):
                if table[i][at] is None:
                    told += f'\n    It matches `{exception!r}` which was paired with `{_told(expected[by_actual[i]])}`'
        if left:
            told += '\nThe following raised exceptions did not find a match'
        for i in left:
            told += f'\n  {actual[i]!r}:'
            for at, each in enumerate(expected):
                reason = table[i][at]
                if at in unmet:
                    told += ('' if reason[:1] == '\n' else '\n') + indent(reason, '    ')
                if reason is None:
                    told += f'\n    It matches `{_told(each)}` which was paired with `{actual[paired[at]]!r}`'
        if len(expected) == len(actual) and _possible(table, set()):
            told += ('\nThere exist a possible match when attempting an exhaustive check, but RaisesGroup uses a greedy algorithm. '
                     'Please make your expected exceptions more stringent with `RaisesExc` etc so the greedy algorithm can function.')
        return told

    def __exit__(self, kind, exception, traceback):
        __tracebackhide__ = True
        if kind is None:
            fail(f'DID NOT RAISE any exception, expected `{self.expected_type()}`')
        which = '(group)' if self.allow_unwrapped and not issubclass(kind, BaseExceptionGroup) else 'group'
        if not self.matches(exception):
            fail(f'Raised exception {which} did not match: {self._fail_reason}')
        self.excinfo.fill_unfilled((kind, exception, traceback))
        return True


def _possible(table, used):
    if len(used) == len(table):
        return True
    return any(reason is None and at not in used and _possible(table, used | {at}) for at, reason in enumerate(table[len(used)]))
