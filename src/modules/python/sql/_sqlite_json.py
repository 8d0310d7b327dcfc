"""SQLite's functions of JSON."""
import json as _json
import re as _re
from _sqlite_errors import DatabaseError, problem
from _sqlite_values import text_of

_PART = _re.compile(r'\.(?:"([^"]*)"|([^.\[]+))|\[(?:(\d+)|#(?:-(\d+))?)\]')
_nothing = object()


class _Json:
    """A value that is JSON already, and no text, where it becomes part of another one."""

    def __init__(self, value):
        self.value = value


def marked(tree, run):
    """An argument of a JSON function; what another one has made is taken as JSON."""
    whole = tree[0] == 'call' and tree[1] in ('json', 'json_array', 'json_object', 'json_set', 'json_insert', 'json_replace', 'json_remove',
                                              'json_patch', 'json_group_array', 'json_group_object', 'json_quote') or tree[:2] == ('join', '->')
    part = tree[0] == 'call' and tree[1] == 'json_extract'
    if not whole and not part:
        return run

    def json(e):
        value = run(e)
        return _Json(_read(value)) if type(value) is str and (whole or value[:1] in ('{', '[')) else value
    return json


def _read(value):
    if isinstance(value, _Json):
        return value.value
    try:
        return _json.loads(text_of(value))
    except (ValueError, RecursionError):
        raise problem('malformed JSON') from None


def _written(value):
    return _json.dumps(value, separators=(',', ':'), ensure_ascii=False)


def _own(value):
    """A value of SQL as part of JSON."""
    if isinstance(value, _Json):
        return value.value
    if type(value) is bytes:
        raise problem('JSON cannot hold BLOB values')
    return value


def _sql(value):
    """A value of JSON as one of SQL."""
    if value is True or value is False:
        return int(value)
    return _written(value) if isinstance(value, (dict, list)) else value


def _path(path):
    text = text_of(path)
    if text[:1] != '$':
        raise problem(f"JSON path error near '{text}'")
    parts, at = [], 1
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            raise problem(f"JSON path error near '{text[at:]}'")
        quoted, name, index, back = match.groups()
        parts.append(quoted if quoted is not None else name if name is not None else int(index) if index is not None else ('end', int(back or 0)))
        at = match.end()
    return parts


def _at(value, parts):
    for part in parts:
        if isinstance(part, str):
            value = value.get(part, _nothing) if isinstance(value, dict) else _nothing
        else:
            place = len(value) - part[1] if isinstance(part, tuple) and isinstance(value, list) else part
            value = value[place] if isinstance(value, list) and isinstance(place, int) and 0 <= place < len(value) else _nothing
        if value is _nothing:
            return value
    return value


def json_extract(text, *paths):
    if text is None or None in paths:
        return None
    value = _read(text)
    found = [_at(value, _path(path)) for path in paths]
    if len(found) == 1:
        return None if found[0] is _nothing else _sql(found[0])
    return _written([None if one is _nothing else one for one in found])


def _arrow(text, path):
    if text is None or path is None:
        return _nothing
    if type(path) is int:
        parts = [path if path >= 0 else ('end', -path)]
    else:
        parts = _path(path) if path[:1] == '$' else [path]
    return _at(_read(text), parts)


def _arrow_json(text, path):
    found = _arrow(text, path)
    return None if found is _nothing else _written(found)


def _arrow_sql(text, path):
    found = _arrow(text, path)
    return None if found is _nothing else _sql(found)


def json_type(text, path='$'):
    if text is None or path is None:
        return None
    found = _at(_read(text), _path(path))
    if found is _nothing:
        return None
    return {dict: 'object', list: 'array', str: 'text', int: 'integer', float: 'real', type(None): 'null'}.get(type(found), str(found).lower())


def json_valid(text):
    if text is None:
        return None
    try:
        _read(text)
    except DatabaseError:
        return 0
    return 1


def json_array_length(text, path='$'):
    if text is None:
        return None
    found = _at(_read(text), _path(path))
    return None if found is _nothing else len(found) if isinstance(found, list) else 0


def json_object(*items):
    if len(items) % 2:
        raise problem('json_object() requires an even number of arguments')
    if any(type(name) is not str for name in items[::2]):
        raise problem('json_object() labels must be TEXT')
    return _written({name: _own(value) for name, value in zip(items[::2], items[1::2])})


def _changing(inserts, replaces, name):
    def change(text, *items):
        if len(items) % 2:
            raise problem(f'{name}() needs an odd number of arguments')
        if text is None:
            return None
        value = _read(text)
        for path, new in zip(items[::2], items[1::2]):
            value = _put(value, _path(path), _own(new), inserts, replaces)
        return _written(value)
    return change


def _put(value, parts, new, inserts, replaces):
    if not parts:
        return new if replaces else value
    part, rest = parts[0], parts[1:]
    if isinstance(part, str):
        if isinstance(value, dict) and (part in value or inserts):
            value[part] = _put(value[part], rest, new, inserts, replaces) if part in value else _made(rest, new)
    elif isinstance(value, list):
        place = len(value) - part[1] if isinstance(part, tuple) else part
        if 0 <= place < len(value):
            value[place] = _put(value[place], rest, new, inserts, replaces)
        elif place == len(value) and inserts:
            value.append(_made(rest, new))
    return value


def _made(parts, new):
    for part in reversed(parts):
        new = {part: new} if isinstance(part, str) else [new]
    return new


def json_remove(text, *paths):
    if text is None:
        return None
    value = _read(text)
    for path in paths:
        parts = _path(path)
        if not parts:
            return None
        inner, last = _at(value, parts[:-1]), parts[-1]
        if isinstance(inner, dict):
            inner.pop(last, None)
        elif isinstance(inner, list):
            place = len(inner) - last[1] if isinstance(last, tuple) else last
            if isinstance(place, int) and 0 <= place < len(inner):
                del inner[place]
    return _written(value)


def _patched(value, patch):
    if not isinstance(patch, dict):
        return patch
    value = value if isinstance(value, dict) else {}
    for name, new in patch.items():
        if new is None:
            value.pop(name, None)
        else:
            value[name] = _patched(value.get(name), new)
    return value


def json_patch(text, patch):
    return None if text is None or patch is None else _written(_patched(_read(text), _read(patch)))


SCALARS = {
    'json': (1, 1, lambda text: None if text is None else _written(_read(text))), 'json_extract': (1, 99, json_extract),
    'json_type': (1, 2, json_type), 'json_valid': (1, 1, json_valid), 'json_array_length': (1, 2, json_array_length),
    'json_array': (0, 99, lambda *items: _written([_own(item) for item in items])), 'json_object': (0, 99, json_object),
    'json_quote': (1, 1, lambda value: _written(_own(value))), 'json_remove': (1, 99, json_remove), 'json_patch': (2, 2, json_patch),
    'json_set': (1, 99, _changing(True, True, 'json_set')), 'json_insert': (1, 99, _changing(True, False, 'json_insert')),
    'json_replace': (1, 99, _changing(False, True, 'json_replace')), '->': (2, 2, _arrow_json), '->>': (2, 2, _arrow_sql),
}


class _Array:
    def __init__(self):
        self.items = []

    def step(self, value):
        self.items.append(_own(value))

    def result(self):
        return _written(self.items)


class _Object:
    def __init__(self):
        self.items = {}

    def step(self, name, value):
        self.items[text_of(name)] = _own(value)

    def result(self):
        return _written(self.items)


AGGREGATES = {'json_group_array': (1, 1, _Array), 'json_group_object': (2, 2, _Object)}


class Each:
    """json_each and json_tree as tables."""
    names = ['key', 'value', 'type', 'atom', 'id', 'parent', 'fullkey', 'path']
    affinities = collations = declared = [None] * 8
    outer = True

    def __init__(self, name, arguments):
        self.deep, self.arguments = name == 'json_tree', arguments

    def rows(self, e=None, most=None):
        text, *path = [run(e) for run in self.arguments]
        if text is None:
            return []
        path = path[0] if path else '$'
        value = _at(_read(text), _path(path))
        if value is _nothing:
            return []
        found = []
        if self.deep or not isinstance(value, (dict, list)):
            self._row(found, None, value, path, None, '$' if not self.deep else path)
        else:
            self._inner(found, value, path, None)
        return found

    def _inner(self, found, value, path, parent):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in items:
            plain = isinstance(key, str) and _re.fullmatch(r'[A-Za-z_][A-Za-z0-9_]*', key)
            full = f'{path}[{key}]' if isinstance(key, int) else f'{path}.{key}' if plain else f'{path}."{key}"'
            self._row(found, key, one, full, parent, path)

    def _row(self, found, key, value, full, parent, path):
        nested = isinstance(value, (dict, list))
        number = len(found)
        found.append((key, _sql(value), json_type(_Json(value)), None if nested else _sql(value), number, parent if self.deep else None, full, path))
        if self.deep and nested:
            self._inner(found, value, full, number)
