"""Validators of lists, sets, tuples, dictionaries, and what can be gone through."""
from collections import Counter, OrderedDict, deque
from collections.abc import Generator, Iterable, Mapping

from ._errors import Failed, Line, PydanticOmit, fail

_SIZED = (list, tuple, set, frozenset, deque)
_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


def _parts(schema, config, name):
    from ._validators import compiled
    return compiled(schema[name], config) if schema.get(name) else None


def _strict(schema, config):
    own = schema.get('strict')
    return config.get('strict', False) if own is None else own


def _items(values, item, st, most, fail_fast, told, input):
    """The validated values, each error at its place."""
    if item is None:
        return list(values)
    found, lines = [], []
    at = 0
    for value in values:
        try:
            found.append(item(value, st))
            if most is not None and len(found) > most:
                break
        except Failed as failed:
            lines += failed.under(at)
            if fail_fast:
                break
        except PydanticOmit:
            pass
        at += 1
    if lines:
        raise Failed(lines)
    return found


def _lengths(found, input, least, most, told, actual=...):
    count = len(found)
    if least is not None and count < least:
        fail('too_short', input, field_type=told, min_length=least, actual_length=count)
    if most is not None and count > most:
        fail('too_long', input, field_type=told, max_length=most, actual_length=count if actual is ... else actual)


def _sequence(kind, make, exact, told):
    def maker(schema, config):
        item, own = _parts(schema, config, 'items_schema'), _strict(schema, config)
        least, most, fast = schema.get('min_length'), schema.get('max_length'), schema.get('fail_fast')

        def sequence(value, st):
            _admit(value, exact, kind, own, st)
            size = len(value) if hasattr(value, '__len__') else None
            if size is not None and most is not None and size > most and exact is list:
                fail('too_long', value, field_type=told, max_length=most, actual_length=size)
            found = _items(value, item, st, most, fast, told, value)
            _lengths(found, value, least, most, told, size)
            return found if make is list else make(found)

        return sequence

    return maker


def _admit(value, exact, kind, own, st):
    """Fails unless the value is of the type `exact`, or may stand for one where that is not strict (`own`, or the call's)."""
    if type(value) is exact:
        pass
    elif isinstance(value, exact):
        st.floor(1)
    elif st.mode != 'python' and isinstance(value, list):
        pass
    elif own if st.strict is None else st.strict:
        fail(kind, value)
    else:
        st.floor(0)
        if not _goes_through(value):
            fail(kind, value)


def _goes_through(value):
    """Whether what is no list may stand for one."""
    return isinstance(value, (*_SIZED, Generator, *_VIEWS)) or isinstance(value, Iterable) and not (
        isinstance(value, (str, bytes, bytearray, Mapping, type)) or hasattr(type(value), '__pydantic_fields__'))


def _deque(schema, config):
    return _sequence('deque_type', deque, deque, 'Deque')(schema, config)


def _set(kind, make, told):
    def maker(schema, config):
        item, own = _parts(schema, config, 'items_schema'), _strict(schema, config)
        least, most, fast = schema.get('min_length'), schema.get('max_length'), schema.get('fail_fast')

        def collection(value, st):
            _admit(value, make, kind, own, st)
            found, lines, at = set(), [], 0
            for each in value:
                try:
                    try:
                        found.add(item(each, st) if item else each)
                    except TypeError:
                        fail('set_item_not_hashable', each)
                    if most is not None and len(found) > most:
                        fail_long = Failed([Line('too_long', value, {'field_type': told, 'max_length': most, 'actual_length': None})])
                        raise _TooLong(fail_long)
                except Failed as failed:
                    lines += failed.under(at)
                    if fast:
                        break
                except PydanticOmit:
                    pass
                except _TooLong as long:
                    raise long.args[0] from None
                at += 1
            if lines:
                raise Failed(lines)
            _lengths(found, value, least, most, told)
            return found if make is set else make(found)

        return collection

    return maker


class _TooLong(Exception):
    pass


def _tuple(schema, config):
    from ._validators import compiled
    items, own = [compiled(each, config) for each in schema['items_schema']], _strict(schema, config)
    at, least, most = schema.get('variadic_item_index'), schema.get('min_length'), schema.get('max_length')
    fast = schema.get('fail_fast')

    def validate(value, st):
        _admit(value, tuple, 'tuple_type', own, st)
        values = list(value)
        if at is not None:
            if len(items) == 1:
                found = _items(values, items[0], st, None, fast, 'Tuple', value)
                _lengths(found, value, least, most, 'Tuple')
                return tuple(found)
            repeated = max(len(values) - len(items) + 1, 0)
            wanted = items[:at] + [items[at]] * repeated + items[at + 1:]
        else:
            wanted = items
            if len(values) > len(items):
                fail('too_long', value, field_type='Tuple', max_length=len(items), actual_length=len(values) if isinstance(
                    value, _SIZED) else None)
        found, lines = [], []
        for n, each in enumerate(wanted):
            try:
                if n >= len(values):
                    make = getattr(each, 'default', None)
                    if make is None:
                        fail('missing', value)
                    found.append(make(st))
                else:
                    found.append(each(values[n], st))
            except Failed as failed:
                lines += failed.under(n)
                if fast:
                    break
            except PydanticOmit:
                pass
        if lines:
            raise Failed(lines)
        _lengths(found, value, least, most, 'Tuple')
        return tuple(found)

    return validate


def _dict(kind, make, exact):
    def maker(schema, config):
        keys, values, own = _parts(schema, config, 'keys_schema'), _parts(schema, config, 'values_schema'), _strict(schema, config)
        least, most, fast = schema.get('min_length'), schema.get('max_length'), schema.get('fail_fast')

        def mapping(value, st):
            if type(value) is exact or isinstance(value, exact) and exact is not dict:
                pass
            elif st.mode != 'python' and isinstance(value, dict):
                pass
            elif isinstance(value, exact):
                st.floor(1)
            elif own if st.strict is None else st.strict:
                fail(kind, value)
            else:
                st.floor(0)
                if not isinstance(value, Mapping):
                    fail(kind, value)
            found, lines = {}, []
            try:
                pairs = value.items()
            except Exception as error:
                fail('mapping_type', value, error=f'{type(error).__name__}: {error}')
            for key, each in pairs:
                good = key
                try:
                    if keys:
                        try:
                            if st.mode == 'json':
                                st.mode = 'key'
                                try:
                                    good = keys(key, st)
                                finally:
                                    st.mode = 'json'
                            else:
                                good = keys(key, st)
                        except Failed as failed:
                            lines += failed.under('[key]') and [_at(line, key) for line in failed.lines]
                            if fast:
                                break
                            good = mapping
                    result = values(each, st) if values else each
                except Failed as failed:
                    lines += failed.under(_place(key))
                    if fast:
                        break
                    continue
                except PydanticOmit:
                    continue
                if good is not mapping:
                    found[good] = result
            if lines:
                raise Failed(lines)
            _lengths(found, value, least, most, 'Dictionary')
            return found if make is dict else make(found)

        return mapping

    return maker


def _at(line, key):
    line.loc = (_place(key), *line.loc)
    return line


def _place(key):
    return key if type(key) in (str, int) else str(key) if not isinstance(key, (str, int)) or isinstance(key, bool) else key


def _generator(schema, config):
    item = _parts(schema, config, 'items_schema')
    least, most = schema.get('min_length'), schema.get('max_length')

    def generator(value, st):
        if isinstance(value, (str, bytes)) and st.mode != 'python' or not isinstance(value, Iterable):
            fail('iterable_type', value)
        st.floor(0)
        return ValidatorIterator(value, item, st, least, most)

    return generator


class ValidatorIterator:
    def __init__(self, input, item, st, least, most):
        self._input, self._items, self._item, self._st, self._at = input, iter(input), item, st, 0
        self._least, self._most = least, most

    @property
    def index(self):
        return self._at

    def __iter__(self):
        return self

    def __next__(self):
        lines = None
        try:
            try:
                value = next(self._items)
            except StopIteration:
                if self._least is not None and self._at < self._least:
                    fail('too_short', self._input, field_type='Generator', min_length=self._least, actual_length=self._at)
                raise
            if self._most is not None and self._at >= self._most:
                fail('too_long', self._input, field_type='Generator', max_length=self._most, actual_length=self._at + 1)
            self._at += 1
            if self._item is None:
                return value
            try:
                return self._item(value, self._st)
            except Failed as failed:
                failed.under(self._at - 1)
                raise
        except Failed as failed:
            lines = failed.lines
        from ._errors import ValidationError
        raise ValidationError._of('ValidatorIterator', lines, self._st.mode)

    def __repr__(self):
        return f'ValidatorIterator(index={self._at}, schema={self._item and "Some(...)"})'


MAKERS = {
    'list': _sequence('list_type', list, list, 'List'), 'deque': _deque, 'set': _set('set_type', set, 'Set'),
    'frozenset': _set('frozen_set_type', frozenset, 'Frozenset'), 'tuple': _tuple, 'dict': _dict('dict_type', dict, dict),
    'ordered-dict': _dict('ordered_dict_type', OrderedDict, OrderedDict), 'counter': _dict('counter_type', Counter, Counter),
    'generator': _generator,
}
