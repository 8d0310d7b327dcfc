"""Schemas made into functions that validate: each takes a value and the state of its validation."""

from . import _containers, _models, _scalars, _unions
from ._errors import (Failed, Line, PydanticCustomError, PydanticKnownError, PydanticOmit, PydanticUseDefault, ValidationError,
                      fail)
from ._json import Bad, read
from ._undefined import PydanticUndefined
from .core_schema import _Info


class State:
    """What holds for a whole validation. exactness: 2 exact, 1 strict, 0 lax, for unions that choose the best fit."""
    __slots__ = ('mode', 'strict', 'from_attributes', 'context', 'by_alias', 'by_name', 'extra', 'data', 'self_instance',
                 'exactness', 'fields_set_count', 'busy')

    def __init__(self, mode, strict, from_attributes, context, by_alias, by_name, extra, self_instance=None):
        self.mode, self.strict, self.from_attributes, self.context = mode, strict, from_attributes, context
        self.by_alias, self.by_name, self.extra, self.self_instance = by_alias, by_name, extra, self_instance
        self.data = self.fields_set_count = None
        self.exactness, self.busy = 2, set()

    def floor(self, exactness):
        if self.exactness > exactness:
            self.exactness = exactness


class SchemaValidator:
    def __init__(self, schema, config=None, _use_prebuilt=True):
        self.schema, self.config = schema, config or {}
        self.run = compiled(schema, self.config)
        self.title = self.config.get('title') or title_of(schema)

    def _fails(self, lines, mode):
        return ValidationError._of(self.title, lines, mode, self.config.get('hide_input_in_errors', False))

    def _validated(self, value, state):
        if 'cell' in self.schema:
            state.busy.add((id(self.schema['cell']), id(value)))
        try:
            return self.run(value, state)
        except Failed as failed:
            lines = failed.lines
        except PydanticUseDefault:
            return self.get_default_value()
        for line in lines:
            if isinstance(line.kind, str) and line.kind in ('value_error', 'assertion_error'):
                line.ctx['error'].__context__ = None
        raise self._fails(lines, state.mode)

    def validate_python(self, input, *, strict=None, extra=None, from_attributes=None, context=None, self_instance=None,
                        allow_partial=False, by_alias=None, by_name=None):
        return self._validated(input, State('python', strict, from_attributes, context, by_alias, by_name, extra, self_instance))

    def isinstance_python(self, input, **options):
        try:
            self.validate_python(input, **options)
        except ValidationError:
            return False
        return True

    def validate_json(self, input, *, strict=None, extra=None, context=None, self_instance=None, allow_partial=False,
                      by_alias=None, by_name=None):
        lines = None
        if not isinstance(input, (str, bytes, bytearray)):
            lines = [Line('json_type', input)]
        else:
            try:
                value = read(input)
            except Bad as bad:
                lines = [Line('json_invalid', input, {'error': str(bad)})]
        if lines:
            raise self._fails(lines, 'json')
        return self._validated(value, State('json', strict, None, context, by_alias, by_name, extra, self_instance))

    def validate_strings(self, input, *, strict=None, extra=None, context=None, allow_partial=False, by_alias=None, by_name=None):
        return self._validated(input, State('string', strict, None, context, by_alias, by_name, extra))

    def validate_assignment(self, obj, field_name, field_value, *, strict=None, extra=None, from_attributes=None, context=None,
                            by_alias=None, by_name=None):
        state = State('python', strict, from_attributes, context, by_alias, by_name, extra)
        lines = None
        try:
            return self.run.assign(obj, field_name, field_value, state)
        except Failed as failed:
            lines = failed.lines
        raise self._fails(lines, 'python')

    def get_default_value(self, *, strict=None, context=None):
        from ._undefined import Some
        default = getattr(self.run, 'default', None)
        return Some(default(State('python', strict, None, context, None, None, None))) if default else None

    def __repr__(self):
        return f'SchemaValidator(title={self.title!r})'


def title_of(schema, later=True):
    """What an error calls a schema that has no title. What refers to itself is `...`, but for items of what gets its name later."""
    kind = schema['type']
    title = lambda each: title_of(each, False)
    inner = lambda name: title(schema[name])
    if kind in ('default',):
        return f'default[{inner("schema")}]'
    if kind == 'nullable':
        return f'nullable[{inner("schema")}]'
    if kind in ('list', 'set', 'frozenset', 'deque', 'generator'):
        item = schema.get('items_schema') or {'type': 'any'}
        cell = item.get('cell') if later and item['type'] == 'definition-ref' else None
        return f'{kind}[{title_of(item, later) if cell is None or cell[0] is None else title(cell[0])}]'
    if kind in ('dict', 'ordered-dict', 'counter'):
        names = [title(schema[n]) if n in schema else 'any' for n in ('keys_schema', 'values_schema')]
        return f'{kind}[{",".join(names)}]'
    if kind == 'tuple':
        items = [title(each) for each in schema['items_schema']]
        at = schema.get('variadic_item_index')
        if at is not None:
            items.insert(at + 1, '...')
        return f'tuple[{", ".join(items)}]'
    if kind == 'union':
        return f"union[{','.join(title(each[0] if isinstance(each, tuple) else each) for each in schema['choices'])}]"
    if kind == 'tagged-union':
        return f"tagged-union[{','.join(map(title, schema['choices'].values()))}]"
    if kind == 'model':
        return schema.get('config', {}).get('title') or schema['cls'].__name__
    if kind in ('dataclass', 'named-tuple'):
        return schema.get('cls_name') or schema['cls'].__name__
    if kind in ('model-fields', 'arguments'):
        return kind
    if kind == 'typed-dict':
        return schema.get('cls_name') or (schema['cls'].__name__ if 'cls' in schema else 'typed-dict')
    if kind == 'call':
        return schema.get('function_name') or schema['function'].__name__
    if kind.startswith('function-'):
        function = schema['function']['function']
        name = getattr(function, '__name__', None) or repr(function)
        return f'{kind}[{name}()]' if kind in ('function-plain', 'function-wrap') else f'{kind}[{name}(), {inner("schema")}]'
    if kind == 'literal':
        return f"literal[{','.join(map(repr, schema['expected']))}]"
    if kind == 'enum':
        sub = schema.get('sub_type')
        return f"{sub + '-' if sub else ''}enum[{schema['cls'].__name__}]"
    if kind == 'json':
        return f'json[{inner("schema") if "schema" in schema else "any"}]'
    if kind == 'chain':
        return f"chain[{','.join(map(title, schema['steps']))}]"
    if kind == 'lax-or-strict':
        return f"lax-or-strict[lax={inner('lax_schema')},strict={inner('strict_schema')}]"
    if kind == 'json-or-python':
        return f"json-or-python[json={inner('json_schema')},python={inner('python_schema')}]"
    if kind in ('is-instance', 'is-subclass'):
        return f"{kind}[{_class_repr(schema)}]"
    if kind == 'float' and any(schema.get(n) is not None for n in ('gt', 'ge', 'lt', 'le', 'multiple_of')):
        return 'constrained-float'
    if kind == 'int' and any(schema.get(n) is not None for n in ('gt', 'ge', 'lt', 'le', 'multiple_of')):
        return 'constrained-int'
    if kind == 'str' and any(schema.get(n) is not None for n in ('min_length', 'max_length', 'pattern', 'strip_whitespace', 'to_lower', 'to_upper')):
        return 'constrained-str'
    if kind == 'bytes' and any(schema.get(n) is not None for n in ('min_length', 'max_length')):
        return 'constrained-bytes'
    if kind == 'definition-ref':
        return '...'
    if kind == 'definitions':
        return inner('schema')
    return kind


def _class_repr(schema):
    return schema.get('cls_repr') or getattr(schema['cls'], '__qualname__', None) or repr(schema['cls'])


def strictness(schema, config):
    own = schema.get('strict')
    return config.get('strict', False) if own is None else own


def compiled(schema, config):
    """The function that validates by a schema."""
    return _MAKERS[schema['type']](schema, config)


def _checked(function, input, *args):
    """What a function of the program returns; its complaints become errors of the validation."""
    try:
        return function(*args)
    except (Failed, PydanticOmit, PydanticUseDefault):
        raise
    except ValidationError as error:
        lines = error._lines
    except (PydanticCustomError, PydanticKnownError) as error:
        lines = [Line(error, input)]
    except AssertionError as error:
        lines = [Line('assertion_error', input, {'error': error})]
    except ValueError as error:
        lines = [Line('value_error', input, {'error': error})]
    raise Failed([Line(line.kind, line.input, line.ctx, line.loc) for line in lines])


def _function(schema, config):
    """The schema's function, and what makes its information (or nothing if it takes none)."""
    told = schema['function']
    function, name = told['function'], told.get('field_name')
    if told['type'] == 'no-info':
        return function, None
    from_config = config.get('_config', config)
    return function, lambda st: _Info(st, name if name is not None else schema.get('_field'), from_config, st.data)


def _after(schema, config):
    inner, (function, info) = compiled(schema['schema'], config), _function(schema, config)

    def call(value, st, input):
        return _checked(function, input, value, info(st)) if info else _checked(function, input, value)

    def after(value, st):
        return call(inner(value, st), st, value)

    if hasattr(inner, 'assign'):
        def assign(obj, name, value, st):
            return call(inner.assign(obj, name, value, st), st, obj)
        after.assign = assign
    return after


def _before(schema, config):
    inner, (function, info) = compiled(schema['schema'], config), _function(schema, config)

    def before(value, st):
        found = _checked(function, value, value, info(st)) if info else _checked(function, value, value)
        return inner(found, st)

    if hasattr(inner, 'assign'):
        def assign(obj, name, value, st):
            values, more = obj if isinstance(obj, tuple) else (obj, None)
            given = {**values, **(more or {}), name: value} if isinstance(values, dict) else obj
            found = _checked(function, given, given, info(st)) if info else _checked(function, given, given)
            if isinstance(obj, tuple) and isinstance(found, dict):
                found = ({key: each for key, each in found.items() if key not in (more or ())}, more)
            return inner.assign(found, name, value, st)
        before.assign = assign
    return before


def _plain(schema, config):
    function, info = _function(schema, config)

    def plain(value, st):
        return _checked(function, value, value, info(st)) if info else _checked(function, value, value)

    return plain


class _Handler:
    """What a wrapping function calls to go on."""

    def __init__(self, inner, st, title):
        self._inner, self._st, self._title = inner, st, title

    def __call__(self, value, outer_location=None):
        lines = None
        try:
            return self._inner(value, self._st)
        except Failed as failed:
            lines = failed.lines
        for line in lines:
            if outer_location is not None:
                line.loc = (outer_location, *line.loc)
        raise ValidationError._of(self._title, lines, self._st.mode)

    def __repr__(self):
        return f'ValidatorCallable({self._title})'


def _wrap(schema, config):
    inner, (function, info) = compiled(schema['schema'], config), _function(schema, config)
    title = 'ValidatorCallable'

    def wrap(value, st):
        handler = _Handler(inner, st, title)
        return _checked(function, value, value, handler, info(st)) if info else _checked(function, value, value, handler)

    if hasattr(inner, 'assign'):
        def assign(obj, name, value, st):
            handler = _Handler(lambda given, st: inner.assign(given, name, value, st), st, title)
            return _checked(function, value, obj, handler, info(st)) if info else _checked(function, value, obj, handler)
        wrap.assign = assign
    return wrap


def _copied(default):
    if type(default) in (int, str, float, bool, bytes, type(None), tuple, frozenset) and not (
            type(default) is tuple and default):
        return default
    import copy
    return copy.deepcopy(default)


def _default(schema, config):
    inner = compiled(schema['schema'], config)
    factory, on_error = schema.get('default_factory'), schema.get('on_error', 'raise')
    validates = schema.get('validate_default')
    if validates is None:
        validates = config.get('validate_default', False)
    default = schema.get('default', PydanticUndefined)
    copies = default is not PydanticUndefined and type(default) not in (int, str, float, bool, type(None))

    def make(st):
        if factory is not None:
            if schema.get('default_factory_takes_data'):
                if st.data is None:
                    raise Failed([Line('default_factory_not_called', PydanticUndefined)])
                value = factory(st.data)
            else:
                value = factory()
        elif default is PydanticUndefined:
            return PydanticUndefined
        else:
            value = _copied(default) if copies else default
        return inner(value, st) if validates else value

    def validate(value, st):
        if value is PydanticUndefined:
            return make(st)
        try:
            return inner(value, st)
        except PydanticUseDefault:
            return make(st)
        except Failed:
            if on_error == 'raise':
                raise
            if on_error == 'omit':
                raise PydanticOmit from None
        return make(st)

    if on_error != 'raise' or 'default' not in schema and factory is None:
        validate.default = make if (factory is not None or 'default' in schema) else None
    else:
        inner_use = inner

        def validate(value, st):
            try:
                return inner_use(value, st)
            except PydanticUseDefault:
                return make(st)

        validate.default = make
    validate.omits = on_error == 'omit'
    if hasattr(inner, 'assign'):
        validate.assign = inner.assign
    return validate


def _nullable(schema, config):
    inner = compiled(schema['schema'], config)

    def nullable(value, st):
        return None if value is None else inner(value, st)

    return nullable


def _chain(schema, config):
    steps = [compiled(each, config) for each in schema['steps']]

    def chain(value, st):
        for step in steps:
            value = step(value, st)
        return value

    return chain


def _lax_or_strict(schema, config):
    lax, strict = compiled(schema['lax_schema'], config), compiled(schema['strict_schema'], config)
    own = strictness(schema, config)

    def lax_or_strict(value, st):
        if own if st.strict is None else st.strict:
            return strict(value, st)
        # a fit that is exact or strict shows to unions
        return lax(value, st)

    return lax_or_strict


def _json_or_python(schema, config):
    json, python = compiled(schema['json_schema'], config), compiled(schema['python_schema'], config)
    return lambda value, st: (python if st.mode == 'python' else json)(value, st)


def _json(schema, config):
    inner = compiled(schema['schema'], config) if schema.get('schema') else None

    def json(value, st):
        if not isinstance(value, (str, bytes, bytearray)):
            fail('json_type', value)
        try:
            found = read(value)
        except Bad as bad:
            fail('json_invalid', value, error=str(bad))
        if inner is None:
            return found
        mode, st.mode = st.mode, 'json'
        try:
            return inner(found, st)
        finally:
            st.mode = mode

    return json


def _reference(schema, config):
    cell = schema.get('cell')

    def reference(value, st):
        if cell[1] is None:
            cell[1] = compiled(cell[0], config)
        mark = (id(cell), id(value))
        if mark in st.busy:
            fail('recursion_loop', value)
        st.busy.add(mark)
        try:
            return cell[1](value, st)
        finally:
            st.busy.discard(mark)

    if cell is None:
        from ._scalars import no_such_definition
        no_such_definition(schema['schema_ref'])
    return reference


def _definitions(schema, config):
    for each in schema['definitions']:
        pass
    cells = {each['ref']: [each, None] for each in schema['definitions']}
    return compiled(linked(schema['schema'], cells), config)


def linked(schema, cells):
    """A schema whose references know what they refer to."""
    if isinstance(schema, dict):
        if schema.get('type') == 'definition-ref' and 'cell' not in schema:
            cell = cells[schema['schema_ref']]
            schema['cell'] = cell
            if not isinstance(cell[0], _Done):
                cell[0] = linked(_Done(cell[0]), cells)
            return schema
        for key, value in schema.items():
            if key not in ('metadata', 'default', 'expected', 'members', 'config') and isinstance(value, (dict, list, tuple)):
                schema[key] = linked(value, cells)
        return schema
    if isinstance(schema, list):
        return [linked(each, cells) for each in schema]
    if isinstance(schema, tuple):
        return tuple(linked(each, cells) for each in schema)
    return schema


class _Done(dict):
    pass


def _custom_error(schema, config):
    inner = compiled(schema['schema'], config)

    def custom(value, st):
        try:
            return inner(value, st)
        except Failed:
            pass
        raise Failed([Line(custom_of(schema), value)])

    return custom


def custom_of(schema):
    kind, text = schema['custom_error_type'], schema.get('custom_error_message')
    if text is None:
        return PydanticKnownError(kind, schema.get('custom_error_context'))
    return PydanticCustomError(kind, text, schema.get('custom_error_context'))


_MAKERS = {
    'function-after': _after, 'function-before': _before, 'function-plain': _plain, 'function-wrap': _wrap,
    'default': _default, 'nullable': _nullable, 'chain': _chain, 'lax-or-strict': _lax_or_strict,
    'json-or-python': _json_or_python, 'json': _json, 'definition-ref': _reference, 'definitions': _definitions,
    'custom-error': _custom_error,
    **_scalars.MAKERS, **_containers.MAKERS, **_models.MAKERS, **_unions.MAKERS,
}
