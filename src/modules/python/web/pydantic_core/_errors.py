"""What went wrong: kinds of errors with their words, and the exception that gathers them."""
import json as _json
import os

URL = 'https://errors.pydantic.dev/2.14/v/'
# kind: the words for Python's values; behind » those for texts of JSON's and strings
_WORDS = '''
no_such_attribute: Object has no attribute '{attribute}'
json_invalid: Invalid JSON: {error}
json_type: JSON input should be string, bytes or bytearray
needs_python_object: Cannot check `{method_name}` when validating from json, use a JsonOrPython validator instead
recursion_loop: Recursion error - cyclic reference detected
missing: Field required
frozen_field: Field is frozen
frozen_instance: Instance is frozen
extra_forbidden: Extra inputs are not permitted
invalid_key: Keys should be strings
get_attribute_error: Error extracting attribute: {error}
model_type: Input should be a valid dictionary or instance of {class_name} » Input should be an object
model_attributes_type: Input should be a valid dictionary or object to extract fields from
dataclass_type: Input should be a dictionary or an instance of {class_name} » Input should be an object
dataclass_exact_type: Input should be an instance of {class_name}
named_tuple_type: Input should be a tuple, list, dictionary or an instance of {class_name}
default_factory_not_called: The default factory uses validated data, but at least one validation error occurred
none_required: Input should be None » Input should be null
greater_than: Input should be greater than {gt}
greater_than_equal: Input should be greater than or equal to {ge}
less_than: Input should be less than {lt}
less_than_equal: Input should be less than or equal to {le}
multiple_of: Input should be a multiple of {multiple_of}
finite_number: Input should be a finite number
too_short: {field_type} should have at least {min_length} item{plural} after validation, not {actual_length}
too_long: {field_type} should have at most {max_length} item{plural} after validation, not {actual_length}
iterable_type: Input should be iterable » Input should be a valid array
iteration_error: Error iterating over object, error: {error}
string_type: Input should be a valid string
string_sub_type: Input should be a string, not an instance of a subclass of str
string_unicode: Input should be a valid string, unable to parse raw data as a unicode string
string_too_short: String should have at least {min_length} character{plural}
string_too_long: String should have at most {max_length} character{plural}
string_pattern_mismatch: String should match pattern '{pattern}'
string_not_ascii: String should contain only ASCII characters
enum: Input should be {expected}
dict_type: Input should be a valid dictionary » Input should be an object
frozen_dict_type: Input should be a valid frozendict
ordered_dict_type: Input should be a valid OrderedDict
counter_type: Input should be a valid Counter
mapping_type: Input should be a valid mapping, error: {error}
list_type: Input should be a valid list » Input should be a valid array
deque_type: Input should be a valid deque » Input should be a valid array
tuple_type: Input should be a valid tuple » Input should be a valid array
set_type: Input should be a valid set » Input should be a valid array
set_item_not_hashable: Set items should be hashable
bool_type: Input should be a valid boolean
bool_parsing: Input should be a valid boolean, unable to interpret input
int_type: Input should be a valid integer
int_parsing: Input should be a valid integer, unable to parse string as an integer
int_parsing_size: Unable to parse input string as an integer, exceeded maximum size
int_from_float: Input should be a valid integer, got a number with a fractional part
float_type: Input should be a valid number
float_parsing: Input should be a valid number, unable to parse string as a number
bytes_type: Input should be a valid bytes
bytes_too_short: Data should have at least {min_length} byte{plural}
bytes_too_long: Data should have at most {max_length} byte{plural}
bytes_invalid_encoding: Data should be valid {encoding}: {encoding_error}
value_error: Value error, {error}
assertion_error: Assertion failed, {error}
literal_error: Input should be {expected}
missing_sentinel_error: Input should be the 'MISSING' sentinel
ellipsis_error: Input should be the 'Ellipsis' literal
date_type: Input should be a valid date
date_parsing: Input should be a valid date in the format YYYY-MM-DD, {error}
date_from_datetime_parsing: Input should be a valid date or datetime, {error}
date_from_datetime_inexact: Datetimes provided to dates should have zero time - e.g. be exact dates
date_past: Date should be in the past
date_future: Date should be in the future
time_type: Input should be a valid time
time_parsing: Input should be in a valid time format, {error}
datetime_type: Input should be a valid datetime
datetime_parsing: Input should be a valid datetime, {error}
datetime_object_invalid: Invalid datetime object, got {error}
datetime_from_date_parsing: Input should be a valid datetime or date, {error}
datetime_past: Input should be in the past
datetime_future: Input should be in the future
timezone_naive: Input should not have timezone info
timezone_aware: Input should have timezone info
timezone_offset: Timezone offset of {tz_expected} required, got {tz_actual}
time_delta_type: Input should be a valid timedelta » Input should be a valid duration
time_delta_parsing: Input should be a valid timedelta, {error} » Input should be a valid duration, {error}
frozen_set_type: Input should be a valid frozenset » Input should be a valid array
is_instance_of: Input should be an instance of {class}
is_subclass_of: Input should be a subclass of {class}
callable_type: Input should be callable
union_tag_invalid: Input tag '{tag}' found using {discriminator} does not match any of the expected tags: {expected_tags}
union_tag_not_found: Unable to extract tag using discriminator {discriminator}
arguments_type: Arguments must be a tuple, list or a dictionary
missing_argument: Missing required argument
unexpected_keyword_argument: Unexpected keyword argument
missing_keyword_only_argument: Missing required keyword only argument
unexpected_positional_argument: Unexpected positional argument
missing_positional_only_argument: Missing required positional only argument
multiple_argument_values: Got multiple values for argument
url_type: URL input should be a string or URL
url_parsing: Input should be a valid URL, {error}
url_syntax_violation: Input violated strict URL syntax rules, {error}
url_too_long: URL should have at most {max_length} character{plural}
url_scheme: URL scheme should be {expected_schemes}
uuid_type: UUID input should be a string, bytes or UUID object
uuid_parsing: Input should be a valid UUID, {error}
uuid_version: UUID version {expected_version} expected
decimal_type: Decimal input should be an integer, float, string or Decimal object
decimal_parsing: Input should be a valid decimal
decimal_max_digits: Decimal input should have no more than {max_digits} digit{plural} in total
decimal_max_places: Decimal input should have no more than {decimal_places} decimal place{plural}
decimal_whole_digits: Decimal input should have no more than {whole_digits} digit{plural} before the decimal point
fraction_type: Fraction input should be an integer, float, string or Fraction object
fraction_parsing: Input is not a valid fraction
complex_type: Input should be a valid python complex object, a number, or a valid complex string following the rules at https://docs.python.org/3/library/functions.html#complex
complex_str_parsing: Input should be a valid complex string following the rules at https://docs.python.org/3/library/functions.html#complex
'''
WORDS = dict(line.split(': ', 1) for line in _WORDS.strip().split('\n'))
_COUNTS = ('min_length', 'max_length', 'max_digits', 'decimal_places', 'whole_digits')


def shown(value):
    """A number of a message: a float without fraction like an int."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    return str(value)


def words(kind, ctx, mode='python'):
    text = WORDS[kind]
    if ' » ' in text:
        text = text.split(' » ')[mode != 'python']
    if '{' not in text:
        return text
    for name, value in ctx.items():
        text = text.replace('{%s}' % name, 'more' if value is None and name == 'actual_length' else shown(value))
    if '{plural}' in text:
        count = next(ctx[name] for name in _COUNTS if name in ctx)
        text = text.replace('{plural}', '' if count == 1 else 's')
    return text


class Line:
    """One error: its kind (a name, or an error of the program's own), input, context, and place from the outermost."""
    __slots__ = ('kind', 'input', 'ctx', 'loc')

    def __init__(self, kind, input, ctx=None, loc=()):
        self.kind, self.input, self.ctx, self.loc = kind, input, ctx, loc


class Failed(Exception):
    def __init__(self, lines):
        self.lines = lines

    def under(self, name):
        for line in self.lines:
            line.loc = (name, *line.loc)
        return self.lines


def fail(kind, input, **ctx):
    raise Failed([Line(kind, input, ctx or None)])


class PydanticCustomError(ValueError):
    def __new__(cls, error_type, message_template, context=None, /):
        error = super().__new__(cls)
        error.type, error.message_template, error.context = error_type, message_template, context
        return error

    def __init__(self, *args):
        pass

    def message(self):
        text = self.message_template
        for name, value in (self.context or {}).items():
            text = text.replace('{%s}' % name, str(value))
        return text

    def __str__(self):
        return self.message()

    def __repr__(self):
        return f'{self.message()} [type={self.type}, context={self.context}]'


class PydanticKnownError(ValueError):
    def __new__(cls, error_type, context=None, /):
        return super().__new__(cls)

    def __init__(self, error_type, context=None, /):
        if error_type not in WORDS:
            raise KeyError(f"Invalid error type: '{error_type}'")
        self.type, self.context = error_type, context
        self.message_template = WORDS[error_type].split(' » ')[0].replace('{plural}', '{expected_plural}')

    def message(self):
        return words(self.type, self.context or {})

    def __str__(self):
        return self.message()

    def __repr__(self):
        return f'{self.message()} [type={self.type}, context={self.context}]'


class PydanticOmit(Exception):
    pass


class PydanticUseDefault(Exception):
    pass


class PydanticSerializationError(ValueError):
    def __str__(self):
        return str(self.args[0])

    def __repr__(self):
        return f'PydanticSerializationError({self})'


class PydanticSerializationUnexpectedValue(ValueError):
    pass


class SchemaError(Exception):
    def errors(self):
        return []


def type_name(value):
    return type(value).__qualname__


def short(text):
    return text if len(text) <= 50 else f'{text[:25]}...{text[-24:]}'


class ValidationError(ValueError):
    def __new__(cls, *args, **kwargs):
        raise TypeError('No constructor defined for ValidationError')

    @classmethod
    def _of(cls, title, lines, mode='python', hide_input=False):
        self = ValueError.__new__(cls)
        self._title, self._lines, self._mode, self._hide = title, lines, mode, hide_input
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'pydantic_core._pydantic_core.ValidationError' is not an acceptable base type")

    @classmethod
    def from_exception_data(cls, title, line_errors, input_type='python', hide_input=False):
        lines = []
        for each in line_errors:
            kind, ctx = each['type'], each.get('ctx')
            if isinstance(kind, str):
                if kind not in WORDS:
                    raise KeyError(f"Invalid error type: '{kind}'")
                for name in _wanted(WORDS[kind]):
                    if name not in (ctx or {}):
                        raise TypeError(f"{''.join(p.title() for p in kind.split('_'))}: '{name}' required in context")
            lines.append(Line(kind, each.get('input'), ctx, tuple(each.get('loc', ()))))
        return cls._of(title, lines, input_type, hide_input)

    @property
    def title(self):
        return self._title

    def error_count(self):
        return len(self._lines)

    def _parts(self, line):
        kind = line.kind
        if isinstance(kind, str):
            return kind, words(kind, line.ctx or {}, self._mode), line.ctx, True
        if isinstance(kind, PydanticKnownError):
            return kind.type, words(kind.type, kind.context or {}, self._mode), kind.context, True
        return kind.type, kind.message(), kind.context, False

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        found = []
        for line in self._lines:
            kind, text, ctx, known = self._parts(line)
            each = {'type': kind, 'loc': line.loc, 'msg': text}
            if include_input:
                each['input'] = line.input
            if include_context and ctx:
                each['ctx'] = dict(ctx)
            if include_url and known:
                each['url'] = URL + kind
            found.append(each)
        return found

    def json(self, *, indent=None, include_url=True, include_context=True, include_input=True):
        from ._json import to_json
        from ._serializers import to_jsonable_python
        found = self.errors(include_url=include_url, include_context=include_context, include_input=include_input)
        for each in found:
            each['loc'] = list(each['loc'])
            if 'ctx' in each:
                each['ctx'] = {n: str(v) if isinstance(v, Exception) else v for n, v in each['ctx'].items()}
        return to_json(to_jsonable_python(found, serialize_unknown=True), indent).decode()

    def __str__(self):
        count = len(self._lines)
        out = [f"{count} validation error{'' if count == 1 else 's'} for {self._title}"]
        links = os.environ.get('PYDANTIC_ERRORS_INCLUDE_URL', 'true').lower() in ('1', 'true')
        for line in self._lines:
            kind, text, _, known = self._parts(line)
            if line.loc:
                out.append('.'.join(f'`{n}`' if isinstance(n, str) and '.' in n else str(n) for n in line.loc))
            tail = '' if self._hide else f', input_value={short(repr(line.input))}, input_type={type_name(line.input)}'
            out.append(f'  {text} [type={kind}{tail}]')
            if known and links:
                out.append(f'    For further information visit {URL}{kind}')
        return '\n'.join(out)

    __repr__ = __str__

    def __reduce__(self):
        return _rebuilt, (self._title, [(l.kind, l.input, l.ctx, l.loc) for l in self._lines], self._mode, self._hide)


def _rebuilt(title, lines, mode, hide):
    return ValidationError._of(title, [Line(*each) for each in lines], mode, hide)


def _wanted(text):
    return [part.split('}')[0] for part in text.split('{')[1:] if not part.startswith(('plural', 'actual'))]


for _each in (PydanticCustomError, PydanticKnownError, PydanticOmit, PydanticUseDefault, PydanticSerializationError,
              PydanticSerializationUnexpectedValue, SchemaError, ValidationError):
    _each.__module__ = 'pydantic_core._pydantic_core'
