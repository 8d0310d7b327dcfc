"""What a file .env says, in the environment or as a dictionary, and how it is changed."""
import io
import logging
import os
import re
import stat
import sys
from collections import OrderedDict

from dotenv.parser import parse_stream

logger = logging.getLogger(__name__)
_PLACE = re.compile(r'\$\{([^}:]*)(?::-([^}]*))?\}')


def _statements(text):
    for each in parse_stream(io.StringIO(text)):
        if each.error:
            logger.warning('python-dotenv could not parse statement starting at line %s', each.original.line)
        yield each


def _is_file(path):
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISFIFO(mode)


class DotEnv:
    """A file .env, or a stream of such lines."""

    def __init__(self, dotenv_path, stream=None, verbose=False, encoding=None, interpolate=True, override=True):
        self.dotenv_path, self.stream, self.verbose, self.encoding = dotenv_path, stream, verbose, encoding
        self.interpolate, self.override, self._dict = interpolate, override, None

    def _text(self):
        if self.dotenv_path and _is_file(self.dotenv_path):
            with open(self.dotenv_path, encoding=self.encoding) as file:
                return file.read()
        if self.stream is not None:
            return self.stream.read()
        if self.verbose:
            logger.info('python-dotenv could not find configuration file %s.', self.dotenv_path or '.env')
        return ''

    def parse(self):
        for each in _statements(self._text()):
            if each.key is not None:
                yield each.key, each.value

    def dict(self):
        if self._dict is None:
            self._dict = OrderedDict(resolve_variables(self.parse(), self.override) if self.interpolate else self.parse())
        return self._dict

    def set_as_environment_variables(self):
        """Sets what is not set yet, or all; whether there was anything."""
        found = self.dict()
        for name, value in found.items():
            if value is not None and (self.override or name not in os.environ):
                os.environ[name] = value
        return bool(found)

    def get(self, key):
        found = self.dict()
        if key in found:
            return found[key]
        if self.verbose:
            logger.warning('Key %s not found in %s.', key, self.dotenv_path)
        return None


def resolve_variables(values, override):
    """Values in which `${name}` and `${name:-default}` are filled in."""
    found = {}
    for name, value in values:
        if value is not None:
            known = {**os.environ, **found} if override else {**found, **os.environ}

            def fill(match):
                default = '' if match[2] is None else match[2]
                return known.get(match[1], default) or ''
            value = _PLACE.sub(fill, value)
        found[name] = value
    return found


def _start():
    """The folder of the file that asks, or where the program runs if there is none."""
    main = sys.modules.get('__main__')
    if hasattr(sys, 'ps1') or hasattr(sys, 'ps2') or not hasattr(main, '__file__') or sys.gettrace() is not None:
        return os.getcwd()
    frame = sys._getframe()
    while frame is not None and not os.path.exists(frame.f_code.co_filename):
        frame = frame.f_back
    return os.getcwd() if frame is None else os.path.dirname(os.path.abspath(frame.f_code.co_filename))


def find_dotenv(filename='.env', raise_error_if_not_found=False, usecwd=False):
    """The nearest such file, from a folder up to the root."""
    folder = os.getcwd() if usecwd else _start()
    while True:
        path = os.path.join(folder, filename)
        if _is_file(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if raise_error_if_not_found:
        raise OSError('File not found')
    return ''


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding='utf-8'):
    """Sets what the file says, what is set already excepted; whether it said anything."""
    if os.environ.get('PYTHON_DOTENV_DISABLED', '').casefold() in ('1', 'true', 't', 'yes', 'y'):
        logger.debug('python-dotenv: .env loading disabled by PYTHON_DOTENV_DISABLED environment variable')
        return False
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    return DotEnv(dotenv_path, stream, verbose, encoding, interpolate, override).set_as_environment_variables()


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding='utf-8'):
    """What the file says."""
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    return DotEnv(dotenv_path, stream, verbose, encoding, interpolate, True).dict()


def get_key(dotenv_path, key_to_get, encoding='utf-8'):
    return DotEnv(dotenv_path, verbose=True, encoding=encoding).get(key_to_get)


def _read(path, encoding):
    try:
        with open(path, encoding=encoding) as file:
            return file.read()
    except FileNotFoundError:
        return ''


def _write(path, text, encoding, follow_symlinks):
    """Puts a file in the place of another one; of a link as well, if it is not to be followed."""
    if not follow_symlinks and os.path.islink(path):
        os.unlink(path)
    with open(path, 'w', encoding=encoding) as file:
        file.write(text)


def set_key(dotenv_path, key_to_set, value_to_set, quote_mode='always', export=False, encoding='utf-8', follow_symlinks=False):
    if quote_mode not in ('always', 'auto', 'never'):
        raise ValueError(f'Unknown quote_mode: {quote_mode}')
    value = value_to_set
    if quote_mode == 'always' or quote_mode == 'auto' and not value.isalnum():
        value = "'{}'".format(value.replace('\\', '\\\\').replace("'", "\\'"))
    line = f'{"export " if export else ""}{key_to_set}={value}\n'
    pieces, before = [], _read(dotenv_path, encoding)
    for each in _statements(before):
        pieces.append(line if each.key == key_to_set else each.original.string)
    if line not in pieces:
        if pieces and not pieces[-1].endswith('\n'):
            pieces.append('\n')
        pieces.append(line)
    _write(dotenv_path, ''.join(pieces), encoding, follow_symlinks)
    return True, key_to_set, value_to_set


def unset_key(dotenv_path, key_to_unset, quote_mode='always', encoding='utf-8', follow_symlinks=False):
    if not os.path.exists(dotenv_path):
        logger.warning("Can't delete from %s - it doesn't exist.", dotenv_path)
        return None, key_to_unset
    found = list(_statements(_read(dotenv_path, encoding)))
    left = [each.original.string for each in found if each.key != key_to_unset]
    _write(dotenv_path, ''.join(left), encoding, follow_symlinks)
    if len(left) == len(found):
        logger.warning("Key %s not removed from %s - key doesn't exist.", key_to_unset, dotenv_path)
        return None, key_to_unset
    return True, key_to_unset
