"""GNU readline's history and settings. No line is edited: what `input()` reads comes from no terminal, as where CPython
reads a file or a pipe."""
backend = 'readline'
_history, _length = [], -1
_completer, _delimiters = None, ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'


def _count(value, what):
    if not hasattr(type(value), '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _at(pos, last):
    pos = _count(pos, 'pos')
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= last:
        raise ValueError(f'No history item at position {pos}')
    return pos


def _text(string, function):
    if not isinstance(string, str):
        raise TypeError(f'{function}() argument must be str, not {type(string).__name__}')
    return string


def add_history(string, /):
    _history.append(_text(string, 'add_history'))


def clear_history():
    _history.clear()


def get_current_history_length():
    return len(_history)


def get_history_item(index, /):
    index = _count(index, 'index')
    return _history[index - 1] if 1 <= index <= len(_history) else None


def remove_history_item(pos, /):
    del _history[_at(pos, len(_history))]


def replace_history_item(pos, line, /):
    _history[_at(pos, len(_history))] = line


def get_history_length():
    return _length


def set_history_length(length, /):
    global _length
    _length = _count(length, 'length')


def _path(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else filename


def read_history_file(filename=None, /):
    with open(_path(filename), encoding='utf-8') as file:
        _history.extend(file.read().splitlines())


def write_history_file(filename=None, /):
    lines = _history if _length < 0 else _history[max(len(_history) - _length, 0):]
    with open(_path(filename), 'w', encoding='utf-8') as file:
        file.writelines(line + '\n' for line in lines)


def append_history_file(nelements, filename=None, /):
    with open(_path(filename), 'r+', encoding='utf-8') as file:
        file.seek(0, 2)
        file.writelines(line + '\n' for line in _history[max(len(_history) - nelements, 0):])


def get_completer():
    return _completer


def set_completer(function=None, /):
    global _completer
    if function is not None and not callable(function):
        raise TypeError('set_completer(func): argument not callable')
    _completer = function


def get_completer_delims():
    return _delimiters


def set_completer_delims(string, /):
    global _delimiters
    _delimiters = _text(string, 'set_completer_delims')


def parse_and_bind(string, /):
    _text(string, 'parse_and_bind')


def read_init_file(filename=None, /):  #: -
    if filename is not None:
        try:
            open(filename).close()
        except OSError as failed:
            raise OSError(failed.errno, failed.strerror) from None


def _nothing(*args):
    """There is no line that is being edited."""


def _zero():
    return 0


insert_text = redisplay = set_auto_history = set_completion_display_matches_hook = _nothing
set_pre_input_hook = set_startup_hook = _nothing
get_begidx = get_endidx = get_completion_type = _zero


def get_line_buffer():
    return ''


from _frames import native as _native
_native(globals())
