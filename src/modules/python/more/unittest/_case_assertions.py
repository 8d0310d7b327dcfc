"""Assertions of tests, and the contexts that some of them are."""
import sys
import types
import warnings
from _class_parts import part as _part
from unittest.util import _common_shorten_repr, _count_diff_all_purpose, safe_repr

__name__ = 'unittest.case'  # where what is here is said to be  #: in unittest/case.py
__unittest = True

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _name(called):
    try:
        return called.__name__
    except AttributeError:
        return str(called)


class _Raises:
    """assertRaises as a context."""

    def __init__(self, case, expected, pattern=None, warning=False):
        self.test_case, self.expected, self._pattern, self._message = case, expected, None, None
        self._warning = warning
        if pattern is not None:
            import re
            self._pattern = re.compile(pattern)  #: 209 expected_regex = «re.compile(expected_regex)»

    def _fail(self, text):  #: in unittest/case.py _raiseFailure
        raise self.test_case.failureException(self.test_case._formatMessage(self._message, text))  #: 200 raise self.test_case.failureException(msg)

    def handle(self, name, args, kwargs):
        expected = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        base, kind = (Warning, 'a warning') if self._warning else (BaseException, 'an exception')
        if not all(isinstance(t, type) and issubclass(t, base) for t in expected):
            raise TypeError(f'{name}() arg 1 must be {kind} type or tuple of {kind.split()[1]} types')  #: 223 raise TypeError('%s() arg 1 must be %s' %⏎                (name, self._base_type_str))
        if not args:
            self._message = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')  #: 228 raise TypeError('%r is an invalid keyword argument for '⏎                'this function' % (next(iter(kwargs)),))
            return self
        function, *rest = args
        self._called = _name(function)
        with self:  #: 237 with «self»:
            function(*rest, **kwargs)  #: 238 callable_obj(*args, **kwargs)

    _called = None

    def __enter__(self):
        if self._warning:
            # What has been shown once is to be shown again.
            for module in list(sys.modules.values()):
                if getattr(module, '__warningregistry__', None):
                    module.__warningregistry__ = {}
            self._catch = warnings.catch_warnings(record=True)
            self.warnings = self._catch.__enter__()
            warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        name = _name(self.expected)
        by = f' by {self._called}' if self._called else ''
        if self._warning:
            self._catch.__exit__(kind, value, tb)
            if kind is not None:
                return
            first = None
            for found in self.warnings:
                if isinstance(found.message, self.expected):
                    first = first or found.message
                    if self._pattern is None or self._search(str(found.message)):
                        self.warning, self.filename, self.lineno = found.message, found.filename, found.lineno
                        return
            if first is not None:
                self._fail(f'"{self._pattern.pattern}" does not match "{first}"')  #: 326 self._raiseFailure('"{}" does not match "{}"'.format(⏎         self.expected_regex.pattern, str(first_matching)))
            if self._called:
                self._fail(f'{name} not triggered{by}')  #: 329 self._raiseFailure("{} not triggered by {}".format(exc_name,⏎                                                   self.obj_name))
            self._fail(f'{name} not triggered')  #: 332 self._raiseFailure("{} not triggered".format(exc_name))
        if kind is None:
            if self._called:
                self._fail(f'{name} not raised{by}')  #: 260 self._raiseFailure("{} not raised by {}".format(exc_name,⏎                                                self.obj_name))
            self._fail(f'{name} not raised')  #: 263 self._raiseFailure("{} not raised".format(exc_name))
        import traceback
        traceback.clear_frames(tb)
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self._pattern is not None and not self._search(str(value)):
            self._fail(f'"{self._pattern.pattern}" does not match "{value}"')  #: 276 self._raiseFailure('"{}" does not match "{}"'.format(⏎         expected_regex.pattern, str(exc_value)))
        return True

    def _search(self, text):
        return self._pattern.search(text)

    __class_getitem__ = classmethod(types.GenericAlias)


class _Logs:
    """assertLogs as a context."""

    def __init__(self, case, logger, level, none):
        import logging
        self.test_case, self._none = case, none
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO

    def __enter__(self):
        import logging

        class Keeper(logging.Handler):
            def __init__(self):
                super().__init__()
                self.records, self.output = [], []

            def emit(self, record):
                self.records.append(record)
                self.output.append(self.format(record))
        self._keeper = Keeper()
        self._keeper.setLevel(self._level)
        self._keeper.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s'))
        log = self._logger
        self._old = log.handlers[:], log.level, log.propagate
        log.handlers = [self._keeper]
        log.setLevel(self._level)
        log.propagate = False
        self.records, self.output = self._keeper.records, self._keeper.output
        return None if self._none else self

    def __exit__(self, kind, value, tb):  #: in unittest/_log.py
        self._logger.handlers, level, self._logger.propagate = self._old
        self._logger.setLevel(level)
        if kind is not None:
            return False
        import logging
        if self._none and self.records:
            self._raiseFailure(f'Unexpected logs found: {self.output!r}')  #: 75 self._raiseFailure(⏎    "Unexpected logs found: {!r}".format(⏎        self.watcher.output⏎    )⏎)
        if not self._none and not self.records:
            text = f'no logs of level {logging.getLevelName(self._level)} or higher triggered on {self._logger.name}'
            self._raiseFailure(text)  #: 84 self._raiseFailure(⏎    "no logs of level {} or higher triggered on {}"⏎    .format(logging.getLevelName(self.level), self.logger.name))

    def _raiseFailure(self, text):  #: in unittest/case.py
        raise self.test_case.failureException(self.test_case._formatMessage(None, text))  #: 200 raise self.test_case.failureException(msg)


class TestCase(metaclass=_part):
    """What a test says that is so."""

    def fail(self, msg=None):  #: in unittest/case.py
        raise self.failureException(msg)  #: 732

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _check(self, fine, msg, text):  #: -
        if not fine:
            self.fail(self._formatMessage(msg, text))

    def _refuse(self, msg, text):  #: -
        raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        if not expr:
            text = f'{safe_repr(expr)} is not true'
            self._refuse(msg, text)  #: 744 raise self.failureException(msg)

    def assertFalse(self, expr, msg=None):
        if expr:
            text = f'{safe_repr(expr)} is not false'
            self._refuse(msg, text)  #: 738 raise self.failureException(msg)

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).handle('assertRaises', args, kwargs)  #: 795 return «context.handle('assertRaises', args, kwargs)»

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, expected_regex)  #: 1337 context = «_AssertRaisesContext(expected_exception, self, expected_regex)»
        return context.handle('assertRaisesRegex', args, kwargs)  #: 1338 return «context.handle('assertRaisesRegex', args, kwargs)»

    def assertWarns(self, expected_warning, *args, **kwargs):
        context = _Raises(self, expected_warning, warning=True)
        return context.handle('assertWarns', args, kwargs)  #: 829 return «context.handle('assertWarns', args, kwargs)»

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_warning, expected_regex, True)  #: 1356 context = «_AssertWarnsContext(expected_warning, self, expected_regex)»
        return context.handle('assertWarnsRegex', args, kwargs)  #: 1357 return «context.handle('assertWarnsRegex', args, kwargs)»

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def _getAssertEqualityFunc(self, first, second):
        """How two values are compared: as their type says if both are of one."""
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if isinstance(function, str):
            function = getattr(self, function)
        return self._baseAssertEqual if function is None else function

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            text = '%s != %s' % _common_shorten_repr(first, second)
            self._refuse(msg, text)  #: 900 raise self.failureException(msg)

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)  #: 907 assertion_func(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            text = f'{safe_repr(first)} == {safe_repr(second)}'
            self._refuse(msg, text)  #: 916 raise self.failureException(msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if not diff <= delta:
                text = (f'{safe_repr(first)} != {safe_repr(second)} within {safe_repr(delta)} delta '
                        f'({safe_repr(diff)} difference)')
                self._refuse(msg, text)  #: 961 raise self.failureException(msg)
        else:
            places = 7 if places is None else places
            if round(diff, places) != 0:
                text = (f'{safe_repr(first)} != {safe_repr(second)} within {places!r} '
                        f'places ({safe_repr(diff)} difference)')
                self._refuse(msg, text)  #: 961 raise self.failureException(msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if not (first != second and diff > delta):
                text = (f'{safe_repr(first)} == {safe_repr(second)} within '
                        f'{safe_repr(delta)} delta ({safe_repr(diff)} difference)')
                self._refuse(msg, text)  #: 996 raise self.failureException(msg)
        else:
            places = 7 if places is None else places
            if first == second or round(diff, places) == 0:
                text = f'{safe_repr(first)} == {safe_repr(second)} within {places!r} places'
                self._refuse(msg, text)  #: 996 raise self.failureException(msg)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = (seq_type or type(seq1)).__name__ if seq_type is not None else 'sequence'
        if seq_type is not None:
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{place} sequence is not a {kind}: {safe_repr(seq)}')
        text = self._sequence_difference(seq1, seq2, kind, seq_type is None)
        if text is None:
            return
        import pprint
        text = self._with_diff(text, pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self._check(False, msg, text)  #: 1095 self.fail(msg)

    @staticmethod
    def _sequence_difference(seq1, seq2, kind, of_any_types):
        sizes = []
        for place, seq in (('First', seq1), ('Second', seq2)):
            try:
                sizes.append(len(seq))
            except (TypeError, NotImplementedError):
                return f'{place} {kind} has no length.    Non-sequence?'
        if seq1 == seq2:
            return None
        text = '%ss differ: %s != %s\n' % (kind.capitalize(), *_common_shorten_repr(seq1, seq2))
        unable = '\nUnable to index element %d of %s ' + kind + '\n'
        for at in range(min(sizes)):
            items = []
            for place, seq in (('first', seq1), ('second', seq2)):
                try:
                    items.append(seq[at])
                except (TypeError, IndexError, NotImplementedError):
                    text += unable % (at, place)
                    break
            if len(items) < 2:
                break
            if items[0] != items[1]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % (at, *_common_shorten_repr(*items))
                break
        else:
            # Of other types, but the same items.
            if sizes[0] == sizes[1] and of_any_types and type(seq1) != type(seq2):
                return None
        if sizes[0] != sizes[1]:
            place, seq = ('First', seq1) if sizes[0] > sizes[1] else ('Second', seq2)
            at = min(sizes)
            text += f'\n{place} {kind} contains {max(sizes) - at} additional elements.\n'
            try:
                text += f'First extra element {at}:\n{safe_repr(seq[at])}\n'
            except (TypeError, IndexError, NotImplementedError):
                text += f'Unable to index element {at} of {place.lower()} {kind}\n'
        return text

    def _with_diff(self, text, before, after):
        import difflib
        return self._truncateMessage(text, '\n' + '\n'.join(difflib.ndiff(before, after)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)  #: 1113 self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)  #: 1124 self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines, extras = [], []
        for word, one, other in (('first', set1, set2), ('second', set2, set1)):
            try:
                extras.append((word, one.difference(other)))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{word} argument does not support set difference: {e}')
        for place, extra in extras:
            if extra:
                lines.append(f'Items in the {place} set but not the {"second" if place == "first" else "first"}:')
                lines += map(repr, extra)
        self._check(not lines, msg, '\n'.join(lines))  #: 1167 self.fail(self._formatMessage(msg, standardMsg))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            import pprint
            text = '%s != %s' % _common_shorten_repr(d1, d2)
            text = self._with_diff(text, pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self._check(False, msg, text)  #: 1206 self.fail(self._formatMessage(msg, standardMsg))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        import difflib
        one, two = first, second
        # What ends no line would run together; what does so shows that the other does not.
        if not all(text.endswith('\n') for text in (first, second) if text):
            one, two = (text + '\n' if text else text for text in (first, second))
        diff = '\n' + ''.join(difflib.ndiff(one.splitlines(keepends=True), two.splitlines(keepends=True)))
        text = self._truncateMessage('%s != %s' % _common_shorten_repr(first, second), diff)
        self.fail(self._formatMessage(msg, text))  #: 1273 self.fail(self._formatMessage(msg, standardMsg))

    def assertCountEqual(self, first, second, msg=None):
        differences = _count_diff_all_purpose(list(first), list(second))
        if differences:
            lines = ['First has %d, Second has %d:  %r' % each for each in differences]
            text = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
            self.fail(self._formatMessage(msg, text))  #: 1238 self.fail(msg)

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._check(False, msg, f'{safe_repr(member)} not found in {safe_repr(container)}')  #: 1174 self.fail(self._formatMessage(msg, standardMsg))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._check(False, msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')  #: 1181 self.fail(self._formatMessage(msg, standardMsg))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._check(False, msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')  #: 1188 self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._check(False, msg, f'unexpectedly identical: {safe_repr(expr1)}')  #: 1194 self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._check(False, msg, f'{safe_repr(obj)} is not None')  #: 1303 self.fail(self._formatMessage(msg, standardMsg))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._check(False, msg, 'unexpectedly None')  #: 1309 self.fail(self._formatMessage(msg, standardMsg))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._check(False, msg, f'{safe_repr(obj)} is not an instance of {cls!r}')  #: 1316 self.fail(self._formatMessage(msg, standardMsg))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._check(False, msg, f'{safe_repr(obj)} is an instance of {cls!r}')  #: 1322 self.fail(self._formatMessage(msg, standardMsg))

    def assertLess(self, a, b, msg=None):
        if not a < b:  #: 1277 if not «a < b»:
            self._check(False, msg, f'{safe_repr(a)} not less than {safe_repr(b)}')  #: 1279 self.fail(self._formatMessage(msg, standardMsg))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:  #: 1283 if not «a <= b»:
            self._check(False, msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')  #: 1285 self.fail(self._formatMessage(msg, standardMsg))

    def assertGreater(self, a, b, msg=None):
        if not a > b:  #: 1289 if not «a > b»:
            self._check(False, msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')  #: 1291 self.fail(self._formatMessage(msg, standardMsg))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:  #: 1295 if not «a >= b»:
            self._check(False, msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')  #: 1297 self.fail(self._formatMessage(msg, standardMsg))

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            text = f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"
            self._refuse(msg, text)  #: 1369 raise self.failureException(msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            text = (f'Regex matched: {text[found.start():found.end()]!r} matches '
                    f'{pattern.pattern!r} in {text!r}')
            self._refuse(msg, text)  #: 1383 raise self.failureException(msg)
