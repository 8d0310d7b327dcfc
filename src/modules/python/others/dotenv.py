"""Variables of the environment from a file .env."""
import os
import re

__all__ = ['load_dotenv', 'dotenv_values', 'find_dotenv', 'get_key', 'set_key', 'unset_key']
_LINE = re.compile(r"""\s*(?:export\s+)?([^\s=#]+)\s*(?:=[ \t]*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|[^\r\n]*))?""")
_PLACE = re.compile(r'\$\{([^}:]*)(?::-([^}]*))?\}')
_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', "'": "'"}


def find_dotenv(filename='.env', raise_error_if_not_found=False, usecwd=False):
    folder = os.getcwd()
    while True:
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        if folder == os.path.dirname(folder):
            break
        folder = os.path.dirname(folder)
    if raise_error_if_not_found:
        raise OSError('File not found')
    return ''


def _lines(text):
    """Names and values as they stand; a value in quotes may go over several lines."""
    at = 0
    while at < len(text):
        end = text.find('\n', at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        if not line or line.startswith('#'):
            at = end + 1
            continue
        found = _LINE.match(text, at)
        if found is None:
            at = end + 1
            continue
        name, value = found.groups()
        at = max(found.end(), at + 1)
        quote = value[:1] if value else ''
        if quote in ("'", '"') and len(value) > 1 and value[-1] == quote:
            value = re.sub(r'\\(.)', lambda m: _ESCAPES.get(m[1], m[0]) if quote == '"' or m[1] in "\\'" else m[0],
                           value[1:-1])
            end = text.find('\n', at)
            at = len(text) if end < 0 else end + 1
        elif value is not None:
            value = re.sub(r'\s+#.*', '', value).rstrip()
        yield name, value, quote


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding='utf-8'):
    if stream is not None:
        text = stream.read()
    else:
        path = dotenv_path or find_dotenv()
        if not path or not os.path.isfile(path):
            return {}
        with open(path, encoding=encoding) as file:
            text = file.read()
    return _values(text, interpolate, True)


def _values(text, interpolate, override):
    found = {}
    for name, value, quote in _lines(text):
        if value is not None and interpolate:
            known = {**os.environ, **found} if override else {**found, **os.environ}
            value = _PLACE.sub(lambda m: known.get(m[1], m[2] or '') or '', value)
        found[name] = value
    return found


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding='utf-8'):
    """Sets what the file says, what is set already excepted; whether it said anything."""
    found = dotenv_values(dotenv_path, stream, verbose, interpolate, encoding)
    for name, value in found.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(found)


def get_key(dotenv_path, key_to_get, encoding='utf-8'):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(dotenv_path, key_to_set, value_to_set, quote_mode='always', export=False, encoding='utf-8'):
    quote = quote_mode == 'always' or quote_mode == 'auto' and not value_to_set.isalnum()
    shown = "'{}'".format(value_to_set.replace("'", "\\'")) if quote else value_to_set
    line = f'{"export " if export else ""}{key_to_set}={shown}\n'
    lines = _kept(dotenv_path, key_to_set, encoding)
    with open(dotenv_path, 'w', encoding=encoding) as file:
        file.writelines([*lines, line])
    return True, key_to_set, value_to_set


def unset_key(dotenv_path, key_to_unset, quote_mode='always', encoding='utf-8'):
    if not os.path.exists(dotenv_path):
        return None, key_to_unset
    lines = _kept(dotenv_path, key_to_unset, encoding)
    with open(dotenv_path, 'w', encoding=encoding) as file:
        file.writelines(lines)
    return True, key_to_unset


def _kept(path, key, encoding):
    if not os.path.exists(path):
        return []
    with open(path, encoding=encoding) as file:
        lines = file.readlines()
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    return [line for line in lines if line.partition('=')[0].removeprefix('export ').strip() != key]
