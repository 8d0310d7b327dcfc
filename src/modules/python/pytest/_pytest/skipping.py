"""Marks by which tests are skipped or are expected to fail."""
import os
import sys

from .outcomes import Skipped, XFailed, fail

_KEY = 'expected failure'


def _holds(item, mark, condition):
    """Whether a condition holds, and the reason."""
    import traceback
    if isinstance(condition, str):
        import platform
        names = {'os': os, 'sys': sys, 'platform': platform, 'config': item.config}
        for more in reversed(item.ihook.pytest_markeval_namespace(config=item.config)):
            names.update(more)
        if hasattr(item, 'obj'):
            names.update(item.obj.__globals__)
        try:
            result = eval(compile(condition, f'<{mark.name} condition>', 'eval'), names)
        except SyntaxError as e:
            fail('\n'.join([f'Error evaluating {mark.name!r} condition', '    ' + condition, '    ' + ' ' * (e.offset or 0) + '^',
                            'SyntaxError: invalid syntax']), pytrace=False)
        except Exception as e:
            fail('\n'.join([f'Error evaluating {mark.name!r} condition', '    ' + condition, *traceback.format_exception_only(e)]),
                 pytrace=False)
    else:
        try:
            result = bool(condition)
        except Exception as e:
            fail('\n'.join([f'Error evaluating {mark.name!r} condition as a boolean', *traceback.format_exception_only(e)]), pytrace=False)
    reason = mark.kwargs.get('reason')
    if reason is None:
        if not isinstance(condition, str):
            fail(f'Error evaluating {mark.name!r}: you need to specify reason=STRING when using booleans as conditions.', pytrace=False)
        reason = 'condition: ' + condition
    return result, reason


def _triggered(item, mark):
    """The reason of the first condition that holds; of a mark without conditions, its own. None: none holds."""
    conditions = (mark.kwargs['condition'],) if 'condition' in mark.kwargs else mark.args
    if not conditions:
        return mark.kwargs.get('reason', '')
    for condition in conditions:
        result, reason = _holds(item, mark, condition)
        if result:
            return reason
    return None


def _reason_to_skip(item):
    for mark in item.iter_markers('skipif'):
        reason = _triggered(item, mark)
        if reason is not None:
            return reason
    for mark in item.iter_markers('skip'):
        def skip(reason='unconditional skip'):
            return reason
        try:
            return skip(*mark.args, **mark.kwargs)
        except TypeError as e:
            raise TypeError(str(e).replace(skip.__qualname__, 'Skip.__init__') + ' - maybe you meant pytest.mark.skipif?') from None
    return None


class _Expected:
    def __init__(self, reason, mark, config):
        self.reason, self.run, self.raises = reason, mark.kwargs.get('run', True), mark.kwargs.get('raises')
        strict = mark.kwargs.get('strict')
        self.strict = config.strict('strict_xfail') if strict is None else strict


def _expected(item):
    for mark in item.iter_markers('xfail'):
        reason = _triggered(item, mark)
        if reason is not None:
            return _Expected(reason, mark, item.config)
    return None


def _not_run(item, expected):
    if expected and not item.config.option.runxfail and not expected.run:
        raise XFailed('[NOTRUN] ' + expected.reason, pytrace=False)


def pytest_runtest_setup(item):
    reason = _reason_to_skip(item)
    if reason is not None:
        raise Skipped(reason, _use_item_location=True)
    item.stash[_KEY] = expected = _expected(item)
    _not_run(item, expected)


pytest_runtest_setup.pytest_impl = {'tryfirst': True}


def pytest_runtest_call(item):
    expected = item.stash.get(_KEY) or _expected(item)
    item.stash[_KEY] = expected
    _not_run(item, expected)
    try:
        return (yield)
    finally:
        item.stash[_KEY] = item.stash.get(_KEY) or _expected(item)


pytest_runtest_call.pytest_impl = {'wrapper': True}


def pytest_runtest_makereport(item, call):
    report = yield
    expected, value = item.stash.get(_KEY), call.excinfo and call.excinfo.value
    if item.config.option.runxfail:
        return report
    if isinstance(value, XFailed):
        report.wasxfail, report.outcome = value.msg, 'skipped'
    elif not report.skipped and expected:
        if call.excinfo:
            raises = expected.raises
            met = raises is None or (raises.matches(value) if hasattr(raises, 'matches') else isinstance(value, raises))
            report.outcome = 'skipped' if met else 'failed'
            if met:
                report.wasxfail = expected.reason
        elif call.when == 'call':
            if expected.strict:
                report.outcome, report.longrepr = 'failed', '[XPASS(strict)] ' + expected.reason
            else:
                report.outcome, report.wasxfail = 'passed', expected.reason
    return report


pytest_runtest_makereport.pytest_impl = {'wrapper': True}


def pytest_report_teststatus(report, config):
    if hasattr(report, 'wasxfail'):
        if report.skipped:
            return 'xfailed', 'x', 'XFAIL'
        if report.passed:
            return 'xpassed', 'X', 'XPASS'
    return None
