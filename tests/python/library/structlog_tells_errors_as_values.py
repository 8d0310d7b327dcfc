# recorded by hand: CPython with structlog 26.1.0 and rich 15.0.0
"""dict_tracebacks, and what makes it: errors as dictionaries, with their frames, causes, notes and parts."""
import json
import logging

import structlog
from structlog.tracebacks import ExceptionDictTransformer, extract, to_repr


def shown(entries):
    for entry in entries:
        for frame in entry['frames']:
            frame['filename'] = frame['filename'].rpartition('/')[2]
            if frame['name'] == '<module>':
                frame.pop('locals', None)
        for part in entry['exceptions']:
            shown(part)
    return entries


def told(logger, name, event):
    event['exception'] = shown(event['exception'])
    return event


structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.dict_tracebacks, told,
                                structlog.processors.JSONRenderer(indent=1)])
log = structlog.get_logger()


def outer(amount, *rest):
    kept = {'a': list(range(20)), 'text': 'x' * 100}
    _own, __hidden = 1, 2
    try:
        return int(amount)
    except ValueError as error:
        error.add_note('a note')
        raise KeyError(amount) from error


try:
    outer('ten')
except KeyError:
    log.exception('failed', request=7)
try:
    compile('a b', 'given', 'exec')
except SyntaxError:
    log.error('text', exc_info=True)
try:
    raise ExceptionGroup('many', [ValueError(1), ExceptionGroup('within', [TypeError('t')])])
except ExceptionGroup:
    log.exception('group')


def deep(n):
    return deep(n - 1) if n else 1 / 0


try:
    deep(9)
except ZeroDivisionError as error:
    info = type(error), error, error.__traceback__
    for made in ExceptionDictTransformer(show_locals=False, max_frames=5), ExceptionDictTransformer(locals_hide_sunder=True, max_frames=2, use_rich=False):
        print(json.dumps(shown(made(info))))
    trace = extract(*info)
    print(len(trace.stacks), len(trace.stacks[0].frames), trace.stacks[0].frames[-1].lineno, trace.stacks[0].exc_value)
for arguments in {'max_frames': 1}, {'locals_max_length': -1}, {'locals_max_string': -3}:
    try:
        ExceptionDictTransformer(**arguments)
    except ValueError as error:
        print(error)
print(to_repr('x' * 12, max_string=5, use_rich=False), to_repr([1] * 9, max_string=5, use_rich=False), to_repr([1] * 9, max_length=3))
structlog.configure(processors=[structlog.processors.UnicodeEncoder(), lambda l, n, e: repr(e)])
log.info('é', n=1)
try:
    structlog.processors.nothing
except AttributeError as error:
    print(error)
