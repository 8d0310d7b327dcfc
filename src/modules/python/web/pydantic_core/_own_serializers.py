"""Functions and formats that a schema gives values out by."""
from ._errors import PydanticOmit, PydanticSerializationError, PydanticSerializationUnexpectedValue
from ._inferred import Info, _Unfit, chosen, infer
from ._compiled import compiled


class _Go:
    """What a wrapping function of the program calls to go on."""

    def __init__(self, run, dump, include, exclude):
        self._run, self._dump, self._include, self._exclude = run, dump, include, exclude

    def __call__(self, value, index_key=None):
        here, inner, outer = (True, self._include, self._exclude)
        if index_key is not None:
            here, inner, outer = chosen(index_key, inner, outer)
            if not here:
                raise PydanticOmit
        return self._run(value, self._dump, inner, outer)


def _used(own, dump, value):
    when = own.get('when_used', 'always')
    if when == 'always':
        return True
    if when.startswith('json') and not dump.json:
        return False
    return not (when.endswith('unless-none') and value is None)


def _own_function(own, schema, config):
    wraps = own['type'] == 'function-wrap'
    function, of_field, wants_info = own['function'], own.get('is_field_serializer'), own.get('info_arg')
    bare = {k: v for k, v in schema.items() if k != 'serialization'}
    cell = []

    def inner():
        if not cell:
            cell.append(compiled(own.get('schema') or bare, config))
        return cell[0]

    after = compiled(own['return_schema'], config) if own.get('return_schema') and own['return_schema']['type'] != 'any' else infer

    def dumped(value, dump, include, exclude):
        if not _used(own, dump, value):
            return inner()(value, dump, include, exclude)
        args = [dump.model, value] if of_field else [value]
        if wraps:
            args.append(_Go(inner(), dump, include, exclude))
        if wants_info:
            args.append(Info(dump, include, exclude, dump.field))
        check, dump.check = dump.check, False
        try:
            if check and schema['type'] in ('model', 'dataclass') and not isinstance(value, schema['cls']):
                raise _Unfit(schema['cls'].__name__)
            found = function(*args)
            if found is value and after is infer and not dump.json and hasattr(type(value), '__pydantic_serializer__'):
                return inner()(value, dump, include, exclude)
            return after(found, dump, None, None)
        except (PydanticOmit, _Unfit, PydanticSerializationError):
            raise
        except Exception as error:
            if type(error).__module__ == 'builtins' and not isinstance(error, PydanticSerializationUnexpectedValue):
                failed = error
            elif isinstance(error, PydanticSerializationUnexpectedValue):
                dump.told.append(str(error))
                return infer(value, dump, include, exclude)
            else:
                raise
        finally:
            dump.check = check
        raise PydanticSerializationError(f'Error calling function `{_name(function)}`: {type(failed).__name__}: {failed}') from failed

    return dumped


def _name(function):
    return getattr(function, '__name__', None) or repr(function)


def _own_format(own, schema, config):
    def dumped(value, dump, include, exclude):
        if not _used({'when_used': own.get('when_used', 'json-unless-none')}, dump, value):
            return infer(value, dump, include, exclude)
        return str(value) if own['type'] == 'to-string' else format(value, own['formatting_string'])

    return dumped


def _include_exclude(own, schema, config):
    return compiled({k: v for k, v in schema.items() if k != 'serialization'}, config)


OWN = {'function-plain': _own_function, 'function-wrap': _own_function, 'to-string': _own_format, 'format': _own_format,
        'include-exclude-sequence': _include_exclude, 'include-exclude-dict': _include_exclude}
