"""Printing, and opening files."""
import os
import re
import sys

from click.globals import resolve_color_default

_ANSI = re.compile(r'\x1b\[[;?0-9]*[a-zA-Z]')


class _Unset:
    def __repr__(self):
        return 'Sentinel.UNSET'


UNSET, FLAG_NEEDS_VALUE = _Unset(), _Unset()
forced = {'ansi': None, 'width': None}


def strip_ansi(text):
    return _ANSI.sub('', text)


def term_len(text):
    return len(strip_ansi(text))


def isatty(stream):
    try:
        return stream.isatty()
    except Exception:
        return False


def should_strip_ansi(stream=None, color=None):
    if color is not None:
        return not color
    if forced['ansi'] is not None:
        return not forced['ansi']
    return not isatty(stream if stream is not None else sys.stdin)


def echo(message=None, file=None, nl=True, err=False, color=None):
    if file is None:
        file = sys.stderr if err else sys.stdout
    if isinstance(message, (bytes, bytearray)):
        binary = getattr(file, 'buffer', file)
        file.flush()
        binary.write(bytes(message) + (b'\n' if nl else b''))
        binary.flush()
        return
    text = ('' if message is None else str(message)) + ('\n' if nl else '')
    if text:
        file.write(strip_ansi(text) if should_strip_ansi(file, resolve_color_default(color)) else text)
    file.flush()


def make_str(value):
    return value.decode('utf-8', 'replace') if isinstance(value, bytes) else str(value)


def format_filename(filename, shorten=False):
    filename = os.path.basename(filename) if shorten else os.fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode('utf-8', 'replace')
    return filename.encode('utf-8', 'surrogateescape').decode('utf-8', 'replace')


def get_app_dir(app_name, roaming=True, force_posix=False):
    name = '-'.join(app_name.split()).lower()
    if force_posix:
        return os.path.expanduser(f'~/.{name}')
    return os.path.join(os.environ.get('XDG_CONFIG_HOME', os.path.expanduser('~/.config')), name)


def get_binary_stream(name):
    return get_text_stream(name).buffer


def get_text_stream(name, encoding=None, errors='strict'):
    if name not in ('stdin', 'stdout', 'stderr'):
        raise TypeError(f"Unknown standard stream '{name}'")
    return getattr(sys, name)


class _AtomicFile:
    """Written beside the file, whose place it takes when it is closed."""

    def __init__(self, file, temporary, name):
        self._file, self._temporary, self._name, self.closed = file, temporary, name, False

    @property
    def name(self):
        return self._name

    def close(self, delete=False):
        if not self.closed:
            self._file.close()
            os.replace(self._temporary, self._name)
            self.closed = True

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close(delete=kind is not None)


def open_stream(filename, mode='r', encoding=None, errors='strict', atomic=False):
    """The file, and whether it is to be closed."""
    if os.fspath(filename) in ('-', b'-'):
        writes = any(letter in mode for letter in 'wax')
        stream = sys.stdout if writes else sys.stdin
        return (stream.buffer if 'b' in mode else stream), False
    options = {} if 'b' in mode else {'encoding': encoding, 'errors': errors}
    if not atomic:
        return open(filename, mode, **options), True
    if 'a' in mode:
        raise ValueError('Appending to an existing file is not supported, because that would involve an expensive `copy`-operation to a '
                         'temporary file. Open the file in normal `w`-mode and copy explicitly if that\'s what you\'re after.')
    if 'x' in mode:
        raise ValueError('Use the `overwrite`-parameter instead.')
    if 'w' not in mode:
        raise ValueError('Atomic writes only make sense with `w`-mode.')
    temporary = os.path.join(os.path.dirname(filename), f'.__atomic-write{os.getpid():x}')
    return _AtomicFile(open(temporary, mode, **options), temporary, os.path.realpath(filename)), True


class LazyFile:
    """Opened when something is first asked of it."""

    def __init__(self, filename, mode='r', encoding=None, errors='strict', atomic=False):
        self.name, self.mode, self.encoding, self.errors, self.atomic = os.fspath(filename), mode, encoding, errors, atomic
        self._f, self.should_close = None, True
        if self.name == '-':
            self._f, self.should_close = open_stream(filename, mode, encoding, errors)
        elif 'r' in mode:
            open(filename, mode).close()

    def __getattr__(self, name):
        return getattr(self.open(), name)

    def __repr__(self):
        return repr(self._f) if self._f is not None else f"<unopened file '{format_filename(self.name)}' {self.mode}>"

    def open(self):
        if self._f is None:
            try:
                self._f, self.should_close = open_stream(self.name, self.mode, self.encoding, self.errors, self.atomic)
            except OSError as error:
                from click.exceptions import FileError
                raise FileError(self.name, hint=error.strerror) from error
        return self._f

    def close(self):
        if self._f is not None:
            self._f.close()

    def close_intelligently(self):
        if self.should_close:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close_intelligently()

    def __iter__(self):
        return iter(self.open())


class KeepOpenFile:
    """A standard stream that `with` leaves open."""

    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __repr__(self):
        return repr(self._file)

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        pass

    def __iter__(self):
        return iter(self._file)


def open_file(filename, mode='r', encoding=None, errors='strict', lazy=False, atomic=False):
    if lazy:
        return LazyFile(filename, mode, encoding, errors, atomic)
    file, should_close = open_stream(filename, mode, encoding, errors, atomic)
    return file if should_close else KeepOpenFile(file)


def short_help(text, limit):
    """The first sentence of a help text, or what fits of it."""
    import textwrap
    words = text.partition('\n\n')[0].split()
    if words[:1] == ['\b']:
        del words[0]
    for index, word in enumerate(words):
        if word.endswith('.') and (index + 1 == len(words) or not words[index + 1][0].islower()):
            del words[index + 1:]
            break
    text = ' '.join(words)
    if len(text) <= limit:
        return text
    return '...' if limit < 3 else textwrap.shorten(text, limit, placeholder='...', break_on_hyphens=False)


def program_name():
    main = sys.modules['__main__']
    path = sys.argv[0]
    package = getattr(main, '__package__', None)
    if not package:
        return os.path.basename(path)
    name = os.path.splitext(os.path.basename(path))[0]
    return f'python -m {package if name == "__main__" else f"{package}.{name}"}'.replace('-m .', '-m ')
