"""json and jsonb: texts, those of jsonb in a form of their own."""
import json
import re
from decimal import Decimal
from _postgres_errors import ServerError
from _postgres_types import text_of


def loaded(text):
    """A json text as Python's values, its numbers as ints and Decimals."""
    return json.loads(text, parse_float=Decimal)


def checked(text, kind):
    """A text as json keeps it, or as jsonb does."""
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_refused)
    except (ValueError, RecursionError):
        token = _wrong(text)
        if not text.strip():
            raise ServerError('22P02', 'invalid input syntax for type json', detail='The input string ended unexpectedly.') from None
        raise ServerError('22P02', 'invalid input syntax for type json', detail=f'Token "{token}" is invalid.') from None
    return text if kind == 'json' else dumped(value)


def _wrong(text):
    """The first word of a text that json does not have there."""
    words = re.findall(r'"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|[^\s]', text)
    for word in words:
        if word[0] not in '{}[],:"-0123456789' and word not in ('true', 'false', 'null'):
            return word
    return words[1] if len(words) > 1 and words[0][0] in '-0123456789"' else words[-1] if words else ''


def _refused(word):
    raise ValueError(word)


def dumped(value):
    """The text of jsonb."""
    if isinstance(value, dict):
        items = sorted(value.items(), key=lambda item: (len(item[0].encode()), item[0]))
        return '{' + ', '.join(f'{_quoted(key)}: {dumped(item)}' for key, item in items) + '}'
    if isinstance(value, list):
        return '[' + ', '.join(map(dumped, value)) + ']'
    if isinstance(value, Decimal):
        return f'{value:f}'
    if isinstance(value, str):
        return _quoted(value)
    return json.dumps(value)


def _quoted(text):
    return json.dumps(text, ensure_ascii=False)


def of_value(value, kind):
    """to_jsonb: any value as Python's json has it."""
    if value is None or value is True or value is False:
        return value
    if isinstance(value, tuple):
        return {name or f'f{n}': of_value(v, k) for n, (v, (name, k)) in enumerate(zip(value, kind), 1)}
    if isinstance(value, list):
        return [of_value(v, kind[:-2]) for v in value]
    if isinstance(value, (int, Decimal)):
        return value
    if isinstance(value, float):
        return Decimal(text_of(value, 'float8'))
    if kind in ('json', 'jsonb'):
        return loaded(value)
    if kind in ('timestamp', 'timestamptz'):
        text = text_of(value, kind).replace(' ', 'T')
        return text + ':00' if kind == 'timestamptz' else text
    return text_of(value, kind)


def written(value, kind):
    """to_json: any value as a text, with what is json already as it stands."""
    if isinstance(value, tuple):
        return '{' + ','.join(f'{_quoted(name or f"f{n}")}:{written(v, k)}' for n, (v, (name, k)) in enumerate(zip(value, kind), 1)) + '}'
    if isinstance(value, list):
        return '[' + ','.join(written(v, kind[:-2]) for v in value) + ']'
    return value if kind in ('json', 'jsonb') and value is not None else dumped(of_value(value, kind))


def _text(value):
    return None if value is None else value if isinstance(value, str) else dumped(value)


def _step(value, key):
    if isinstance(value, dict) and isinstance(key, str):
        return value.get(key, _step)
    if isinstance(value, list):
        try:
            n = int(key)
        except ValueError:
            return _step
        return value[n] if -len(value) <= n < len(value) else _step
    return _step


def _at(text, keys):
    value = loaded(text)
    for key in keys if isinstance(keys, (list, tuple)) else [keys]:
        if isinstance(keys, int) and not isinstance(value, list):
            return _step
        if isinstance(keys, str) and not isinstance(value, dict):
            return _step
        value = _step(value, key)
        if value is _step:
            break
    return value


def _getter(as_text, kind):
    def run(text, keys):
        found = _at(text, keys)
        if found is _step:
            return None
        return _text(found) if as_text else dumped(found) if kind == 'jsonb' else _source(text, keys, found)
    return run


def _source(text, keys, found):
    """A part of json as it stands in the text."""
    wanted = dumped(found)
    at = text.find(wanted)
    return wanted if at >= 0 or not isinstance(found, (dict, list)) else _written(text, found)


def _written(text, found):
    decoder = json.JSONDecoder(parse_float=Decimal)
    for at, c in enumerate(text):
        if c in '{[':
            try:
                value, end = decoder.raw_decode(text, at)
            except ValueError:
                continue
            if value == found:
                return text[at:end]
    return dumped(found)


def _contains(a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        return all(key in a and _contains(a[key], b[key]) for key in b)
    if isinstance(a, list):
        return all(any(_contains(x, y) for x in a) for y in b) if isinstance(b, list) else not isinstance(b, dict) and b in a
    return type(a) is type(b) and a == b or not isinstance(a, (bool, dict)) and not isinstance(b, (bool, dict)) and a == b


def _has(text, key):
    value = loaded(text)
    return key in value if isinstance(value, (dict, list)) else value == key


def joined(a, b):
    a, b = loaded(a), loaded(b)
    if isinstance(a, dict) and isinstance(b, dict):
        return dumped({**a, **b})
    return dumped((a if isinstance(a, list) else [a]) + (b if isinstance(b, list) else [b]))


def without(text, key):
    value = loaded(text)
    if isinstance(value, dict):
        if isinstance(key, int):
            raise ServerError('22023', 'cannot delete from object using integer index')
        gone = key if isinstance(key, list) else [key]
        return dumped({k: v for k, v in value.items() if k not in gone})
    if isinstance(value, list):
        if isinstance(key, int):
            value = [v for n, v in enumerate(value) if n != (key if key >= 0 else len(value) + key)]
        else:
            value = [v for v in value if v != key]
        return dumped(value)
    raise ServerError('22023', 'cannot delete from scalar')


def _minus_path(text, path):
    value = loaded(text)
    at = value
    for key in path[:-1]:
        at = _step(at, key)
        if at is _step:
            return text
    if isinstance(at, dict):
        at.pop(path[-1], None)
    elif isinstance(at, list) and -len(at) <= int(path[-1]) < len(at):
        del at[int(path[-1])]
    return dumped(value)


def operator_of(sign, a, b):
    """An operator's (left type, right type, type of the result, function) or None."""
    if a not in ('json', 'jsonb'):
        if a != 'unknown' or b != 'jsonb' or sign not in ('@>', '<@'):
            return None
        a = 'jsonb'
    if sign in ('->', '->>'):
        kind = 'text' if b in ('unknown', 'varchar') else 'int4' if b == 'int2' else b
        return (a, kind, 'text' if sign == '->>' else a, _getter(sign == '->>', a)) if kind in ('text', 'int4') else None
    if sign in ('#>', '#>>'):
        return a, 'text[]', 'text' if sign == '#>>' else a, _getter(sign == '#>>', a)
    if a != 'jsonb':
        return None
    if sign in ('@>', '<@') and b in ('jsonb', 'unknown'):
        flip = sign == '<@'
        return a, 'jsonb', 'bool', lambda x, y: _contains(loaded(y), loaded(x)) if flip else _contains(loaded(x), loaded(y))
    if sign == '?':
        return a, 'text', 'bool', _has
    if sign in ('?|', '?&'):
        every = all if sign == '?&' else any
        return a, 'text[]', 'bool', lambda x, keys: every(_has(x, key) for key in keys)
    if sign == '#-':
        return a, 'text[]', a, _minus_path
    return None


def _whole(key, n):
    try:
        return int(key)
    except ValueError:
        raise ServerError('22P02', f'path element at position {n} is not an integer: "{key}"') from None


def _set(text, path, new, create=True):
    value = loaded(text)
    at = value
    if not isinstance(value, (dict, list)):
        raise ServerError('22023', 'cannot set path in scalar')
    for n, key in enumerate(path[:-1], 1):
        at = _step(at, str(_whole(key, n)) if isinstance(at, list) else key)
        if not isinstance(at, (dict, list)):
            return dumped(value)
    key = path[-1]
    if isinstance(at, dict):
        if create or key in at:
            at[key] = loaded(new)
    elif isinstance(at, list):
        n = _whole(key, len(path))
        if -len(at) <= n < len(at):
            at[n] = loaded(new)
        elif create:
            at.insert(len(at) if n >= 0 else 0, loaded(new))
    return dumped(value)


def _typeof(text):
    value = loaded(text)
    return {dict: 'object', list: 'array', str: 'string', bool: 'boolean', type(None): 'null'}.get(type(value), 'number')


def _length(text):
    value = loaded(text)
    if not isinstance(value, list):
        raise ServerError('22023', 'cannot get array length of ' + ('an object' if isinstance(value, dict) else 'a scalar'))
    return len(value)


def _stripped(value):
    if isinstance(value, dict):
        return {k: _stripped(v) for k, v in value.items() if v is not None}
    return [_stripped(v) for v in value] if isinstance(value, list) else value


def _each(as_text):
    def run(text):
        for key, value in loaded(text).items():
            yield key, _text(value) if as_text else dumped(value)
    return run


def _elements(as_text):
    def run(text):
        for value in loaded(text):
            yield (_text(value) if as_text else dumped(value),)
    return run


def _keys(text):
    for key in loaded(text):
        yield (key,)


FUNCTIONS, SETS = {}, {}
for _kind in 'json', 'jsonb':
    FUNCTIONS.update({
        f'{_kind}_array_length': [((_kind,), 'int4', _length)], f'{_kind}_typeof': [((_kind,), 'text', _typeof)],
        f'{_kind}_strip_nulls': [((_kind,), _kind, lambda text: dumped(_stripped(loaded(text))))],
        f'{_kind}_extract_path_text': [((_kind, *['text'] * n), 'text', lambda text, *keys: _getter(True, 'jsonb')(text, list(keys)))
                                       for n in range(1, 5)],
    })
    SETS.update({
        f'{_kind}_each': [((_kind,), (('key', 'text'), ('value', _kind)), _each(False))],
        f'{_kind}_each_text': [((_kind,), (('key', 'text'), ('value', 'text')), _each(True))],
        f'{_kind}_array_elements': [((_kind,), (('value', _kind),), _elements(False))],
        f'{_kind}_array_elements_text': [((_kind,), (('value', 'text'),), _elements(True))],
        f'{_kind}_object_keys': [((_kind,), ((f'{_kind}_object_keys', 'text'),), _keys)],
    })
FUNCTIONS['jsonb_set'] = [(('jsonb', 'text[]', 'jsonb'), 'jsonb', _set), (('jsonb', 'text[]', 'jsonb', 'bool'), 'jsonb', _set)]
FUNCTIONS['jsonb_pretty'] = [(('jsonb',), 'text', lambda text: json.dumps(json.loads(text), indent=4, ensure_ascii=False))]


def build(name, arguments, scope):
    """json_build_object and its kin, which take values of any types."""
    from _postgres_expressions import compiled
    from _postgres_scopes import Value, settled
    values = [compiled(argument, scope) for argument in arguments]
    if name in ('to_json', 'to_jsonb') and values[0].literal is not None:
        raise ServerError('42804', 'could not determine polymorphic type because input has type unknown')
    values = [settled(value, scope) for value in values]
    kind = 'jsonb' if 'jsonb' in name else 'json'
    as_text = kind == 'json'

    def whole(value):
        return value.modifiers if value.kind == 'record' else value.kind

    def run(e):
        given = [value.run(e) for value in values]
        found = [(written if as_text else of_value)(v, whole(value)) for v, value in zip(given, values)]
        if name.endswith('build_array'):
            return '[' + ', '.join(found) + ']' if as_text else dumped(found)
        if name.endswith('build_object'):
            if len(found) % 2:
                raise ServerError('22023', 'argument list must have even number of elements')
            names = [key if isinstance(key, str) else dumped(key) for key in given[::2]]
            if as_text:
                return '{' + ', '.join(f'{_quoted(key)} : {value}' for key, value in zip(names, found[1::2])) + '}'
            return dumped(dict(zip(names, found[1::2])))
        return None if given[0] is None else found[0] if as_text else dumped(found[0])
    return Value(run, kind)


BUILDERS = frozenset(('json_build_object', 'jsonb_build_object', 'json_build_array', 'jsonb_build_array', 'to_json', 'to_jsonb', 'row_to_json'))
