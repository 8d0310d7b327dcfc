"""Streams whose reads and writes count."""
import contextlib


@contextlib.contextmanager
def wrapped(cls, stream, method, total, counts_bytes, options):
    options = {'unit': 'B', 'unit_scale': True, 'unit_divisor': 1024, **options} if counts_bytes else options
    with cls(total=total, **options) as bar:
        yield _Counted(stream, method, bar)


class _Counted:
    def __init__(self, stream, method, bar):
        self._stream, self._method, self._bar = stream, method, bar

    def __getattr__(self, name):
        value = getattr(self._stream, name)
        if name != self._method:
            return value

        def call(*args, **kwargs):
            result = value(*args, **kwargs)
            self._bar.update(len(result if name == 'read' else args[0]))
            return result

        return call
