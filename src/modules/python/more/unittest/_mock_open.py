"""A mock of `open()`, with what is read of it."""
from unittest._mock_calls import DEFAULT
from unittest._mock_classes import MagicMock

__name__ = 'unittest.mock'  # where what is here is said to be


def mock_open(mock=None, read_data=''):  #: in unittest/mock.py
    """A mock of `open`, whose files hold `read_data`."""
    import io
    kind = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    stream = kind(read_data)
    if mock is None:
        mock = MagicMock(name='open', spec=dir(open))
    handle = MagicMock(spec=list({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = None
    handle.readline.return_value = handle.readlines.return_value = None

    def read(*args, **kwargs):
        given = handle.read.return_value
        return stream.read(*args, **kwargs) if given is None else given

    def readlines(*args, **kwargs):
        given = handle.readlines.return_value
        return stream.readlines(*args, **kwargs) if given is None else given

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from stream

    def each_line():
        yield from lines()
        while True:
            yield stream.readline()

    def following():
        given = handle.readline.return_value
        return next(stream) if given is None else given

    def closed(*exc):
        handle.close()

    def opened(*args, **kwargs):
        nonlocal stream, reading
        stream = kind(read_data)
        if handle.readline.side_effect == reading:
            reading = handle.readline.side_effect = each_line()
        return DEFAULT
    reading = each_line()
    handle.read.side_effect, handle.readline.side_effect, handle.readlines.side_effect = read, reading, readlines
    handle.__iter__.side_effect, handle.__next__.side_effect = lines, following
    handle.__exit__.side_effect, mock.side_effect, mock.return_value = closed, opened, handle  #: 3016 «mock.side_effect» = reset_data
    return mock
