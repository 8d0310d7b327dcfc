"""traceback.TracebackException: what is changed in it shows in its report; groups by their width, depth and locals."""
import traceback


def inner(value):
    local = [value]
    raise ValueError(f'bad {local}\nin two lines')


def outer():
    try:
        inner(1)
    except ValueError as e:
        raise RuntimeError('outer') from e


try:
    outer()
except RuntimeError as e:
    kept = traceback.TracebackException.from_exception(e, capture_locals=True)
    del kept.stack[0]
    print(''.join(kept.format()))
    kept.__cause__ = None
    print(''.join(kept.format()), end='')
    cut = traceback.TracebackException(type(e), e, e.__traceback__.tb_next, limit=1)
    print(''.join(cut.format(chain=False)), end='')
    print(''.join(traceback.TracebackException(type(e), e, None).format(chain=False)), end='')


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary, **kwargs):
        return None if frame_summary.name == 'outer' else f'  at {frame_summary.name}:{frame_summary.lineno}\n'


def group(count, depth):
    errors = []
    for number in range(count):
        try:
            inner(number)
        except ValueError as e:
            errors.append(e)
    if depth:
        errors.append(group(1, depth - 1))
    try:
        raise ExceptionGroup(f'depth {depth}', errors)
    except ExceptionGroup as g:
        g.add_note(f'a note\nat {depth}')
        return g


g = group(3, 2)
for options in ({}, {'max_group_width': 2}, {'max_group_depth': 1}, {'capture_locals': True, 'limit': 1}):
    print('---', options)
    kept = traceback.TracebackException.from_exception(g, **options)
    print(''.join(kept.format()), end='')
kept.stack = Short(kept.stack)
kept.exceptions[0].stack = Short()
print(''.join(kept.format()), end='')
print(kept.exceptions[0], len(kept.exceptions), traceback.format_exception_only(g, show_group=True))
