"""Types of parameters: from text to value."""
import datetime
import enum
import os
import stat

from click.exceptions import BadParameter
from click.utils import LazyFile, format_filename, open_stream


class ParamType:
    is_composite = False
    arity = 1
    envvar_list_splitter = None

    def __class_getitem__(cls, kinds):
        return cls

    def __call__(self, value, param=None, ctx=None):
        return None if value is None else self.convert(value, param, ctx)

    def get_metavar(self, param, ctx):
        pass

    def get_missing_message(self, param, ctx):
        pass

    def convert(self, value, param, ctx):
        return value

    def split_envvar_value(self, rv):
        return (rv or '').split(self.envvar_list_splitter)

    def fail(self, message, param=None, ctx=None):
        raise BadParameter(message, ctx=ctx, param=param)

    def shell_complete(self, ctx, param, incomplete):
        return []

    _told = ()

    def to_info_dict(self):
        kind = type(self).__name__.removesuffix('ParamType').removesuffix('ParameterType')
        return {**{name: getattr(self, name) for name in self._told}, 'param_type': kind, 'name': getattr(self, 'name', kind)}


class CompositeParamType(ParamType):
    is_composite = True


class FuncParamType(ParamType):
    _told = 'func',

    def __init__(self, func):
        self.name, self.func = func.__name__, func

    def convert(self, value, param, ctx):
        try:
            return self.func(value)
        except ValueError as error:
            self.fail(str(error) or str(value), param, ctx)


class UnprocessedParamType(ParamType):
    name = 'text'

    def __repr__(self):
        return 'UNPROCESSED'


class StringParamType(ParamType):
    name = 'text'

    def convert(self, value, param, ctx):
        return value.decode('utf-8', 'replace') if isinstance(value, bytes) else str(value)

    def __repr__(self):
        return 'STRING'


class Choice(ParamType):
    name = 'choice'
    _told = 'choices', 'case_sensitive'

    def __init__(self, choices, case_sensitive=True):
        self.choices, self.case_sensitive = tuple(choices), case_sensitive

    def _names(self, ctx):
        return {choice: self.normalize_choice(choice, ctx) for choice in self.choices}

    def normalize_choice(self, choice, ctx):
        name = choice.name if isinstance(choice, enum.Enum) else str(choice)
        if ctx is not None and ctx.token_normalize_func is not None:
            name = ctx.token_normalize_func(name)
        return name if self.case_sensitive else name.casefold()

    def get_metavar(self, param, ctx):
        if param.param_type_name == 'option' and not param.show_choices:
            names = dict.fromkeys(convert_type(type(choice)).name.upper() for choice in self.choices)
        else:
            names = self._names(ctx).values()
        left, right = '{}' if param.required and param.param_type_name == 'argument' else '[]'
        return f'{left}{"|".join(names)}{right}'

    def get_missing_message(self, param, ctx):
        return 'Choose from:\n\t' + ',\n\t'.join(self._names(ctx).values())

    def convert(self, value, param, ctx):
        wanted = self.normalize_choice(value, ctx)
        for choice, name in self._names(ctx).items():
            if name == wanted:
                return choice
        self.fail(self.get_invalid_choice_message(value, ctx), param, ctx)

    def get_invalid_choice_message(self, value, ctx):
        names = ', '.join(map(repr, self._names(ctx).values()))
        return f'{value!r} is not {"" if len(self.choices) == 1 else "one of "}{names}.'

    def __repr__(self):
        return f'Choice({list(self.choices)})'


class DateTime(ParamType):
    name = 'datetime'
    _told = 'formats',

    def __init__(self, formats=None):
        self.formats = formats or ['%Y-%m-%d', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%d %H:%M:%S']

    def get_metavar(self, param, ctx):
        return f'[{"|".join(self.formats)}]'

    def convert(self, value, param, ctx):
        if isinstance(value, datetime.datetime):
            return value
        for format in self.formats:
            try:
                return datetime.datetime.strptime(value, format)
            except ValueError:
                pass
        several = len(self.formats) > 1
        self.fail(f'{value!r} does not match the format{"s" if several else ""} {", ".join(map(repr, self.formats))}.', param, ctx)

    def __repr__(self):
        return 'DateTime'


class _Number(ParamType):
    def convert(self, value, param, ctx):
        try:
            return self._make(value)
        except ValueError:
            self.fail(f'{value!r} is not a valid {self.name}.', param, ctx)


class IntParamType(_Number):
    name, _make = 'integer', int

    def __repr__(self):
        return 'INT'


class FloatParamType(_Number):
    name, _make = 'float', float

    def __repr__(self):
        return 'FLOAT'


class NumberRange(_Number):
    _told = 'min', 'max', 'min_open', 'max_open', 'clamp'

    def __init__(self, min=None, max=None, min_open=False, max_open=False, clamp=False):
        self.min, self.max, self.min_open, self.max_open, self.clamp = min, max, min_open, max_open, clamp

    def convert(self, value, param, ctx):
        value = super().convert(value, param, ctx)
        low = self.min is not None and (value <= self.min if self.min_open else value < self.min)
        high = self.max is not None and (value >= self.max if self.max_open else value > self.max)
        if self.clamp and (low or high):
            return self.min + self.min_open if low else self.max - self.max_open
        if low or high:
            self.fail(f'{value} is not in the range {self.describe_range()}.', param, ctx)
        return value

    def describe_range(self):
        low, high = '<' if self.min_open else '<=', '<' if self.max_open else '<='
        if self.min is None:
            return f'x{high}{self.max}'
        if self.max is None:
            return f'x{">" if self.min_open else ">="}{self.min}'
        return f'{self.min}{low}x{high}{self.max}'

    def __repr__(self):
        return f'<{type(self).__name__} {self.describe_range()}{" clamped" if self.clamp else ""}>'


class IntRange(NumberRange, IntParamType):
    name = 'integer range'


class FloatRange(NumberRange, FloatParamType):
    name = 'float range'

    def __init__(self, min=None, max=None, min_open=False, max_open=False, clamp=False):
        super().__init__(min, max, min_open, max_open, clamp)
        if clamp and (min_open or max_open):
            raise TypeError('Clamping is not supported for open bounds.')


class BoolParamType(ParamType):
    name = 'boolean'
    bool_states = {**dict.fromkeys('1 yes true on t y'.split(), True), **dict.fromkeys([*'0 no false off f n'.split(), ''], False)}

    @staticmethod
    def str_to_bool(value):
        return value if isinstance(value, bool) else BoolParamType.bool_states.get(str(value).strip().lower())

    def convert(self, value, param, ctx):
        result = self.str_to_bool(value)
        if result is None:
            self.fail(f'{value!r} is not a valid boolean. Recognized values: {", ".join(sorted(self.bool_states))}', param, ctx)
        return result

    def __repr__(self):
        return 'BOOL'


class UUIDParameterType(ParamType):
    name = 'uuid'

    def convert(self, value, param, ctx):
        import uuid
        if isinstance(value, uuid.UUID):
            return value
        try:
            return uuid.UUID(value.strip())
        except ValueError:
            self.fail(f'{value!r} is not a valid UUID.', param, ctx)

    def __repr__(self):
        return 'UUID'


class File(ParamType):
    name = 'filename'
    _told = 'mode', 'encoding'
    envvar_list_splitter = os.pathsep

    def __init__(self, mode='r', encoding=None, errors='strict', lazy=None, atomic=False):
        self.mode, self.encoding, self.errors, self.lazy, self.atomic = mode, encoding, errors, lazy, atomic

    def resolve_lazy_flag(self, value):
        return self.lazy if self.lazy is not None else os.fspath(value) != '-' and 'w' in self.mode

    def convert(self, value, param, ctx):
        if hasattr(value, 'read') or hasattr(value, 'write'):
            return value
        try:
            if self.resolve_lazy_flag(value):
                file = LazyFile(value, self.mode, self.encoding, self.errors, self.atomic)
                end = file.close_intelligently
            else:
                file, should_close = open_stream(value, self.mode, self.encoding, self.errors, self.atomic)
                end = file.close if should_close else file.flush
        except OSError as error:
            self.fail(f"'{format_filename(value)}': {error.strerror}", param, ctx)
        if ctx is not None:
            ctx.call_on_close(end)
        return file


class Path(ParamType):
    _told = 'exists', 'file_okay', 'dir_okay', 'writable', 'readable', 'allow_dash'
    envvar_list_splitter = os.pathsep

    def __init__(self, exists=False, file_okay=True, dir_okay=True, writable=False, readable=True, resolve_path=False, allow_dash=False,
                 path_type=None, executable=False):
        self.exists, self.file_okay, self.dir_okay, self.readable, self.writable = exists, file_okay, dir_okay, readable, writable
        self.executable, self.resolve_path, self.allow_dash, self.type = executable, resolve_path, allow_dash, path_type
        self.name = 'path' if file_okay == dir_okay else 'file' if file_okay else 'directory'

    def coerce_path_result(self, value):
        if self.type is None or isinstance(value, self.type):
            return value
        if self.type in (str, bytes):
            return os.fsdecode(value) if self.type is str else os.fsencode(value)
        return self.type(value)

    def convert(self, value, param, ctx):
        path = value
        if not (self.file_okay and self.allow_dash and path in (b'-', '-')):
            if self.resolve_path:
                path = os.path.realpath(path)
            wrong = self._wrong(path)
            if wrong:
                self.fail(f'{self.name.title()} {format_filename(value)!r} {wrong}.', param, ctx)
        return self.coerce_path_result(path)

    def _wrong(self, path):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            return 'does not exist' if self.exists else None
        for wrong, text in (
                (not self.file_okay and stat.S_ISREG(mode), 'is a file'), (not self.dir_okay and stat.S_ISDIR(mode), 'is a directory'),
                (self.readable and not os.access(path, os.R_OK), 'is not readable'),
                (self.writable and not os.access(path, os.W_OK), 'is not writable'),
                (self.executable and not os.access(path, os.X_OK), 'is not executable')):
            if wrong:
                return text


class Tuple(CompositeParamType):
    def __init__(self, types):
        self.types = [convert_type(kind) for kind in types]

    @property
    def name(self):
        return f'<{" ".join(kind.name for kind in self.types)}>'

    @property
    def arity(self):
        return len(self.types)

    def to_info_dict(self):
        return {'types': [kind.to_info_dict() for kind in self.types], **super().to_info_dict()}

    def convert(self, value, param, ctx):
        if len(value) != len(self.types):
            self.fail(f'{len(self.types)} values are required, but {len(value)} {"was" if len(value) == 1 else "were"} given.', param, ctx)
        return tuple(kind(part, param, ctx) for kind, part in zip(self.types, value))


UNPROCESSED, STRING, INT, FLOAT, BOOL = UnprocessedParamType(), StringParamType(), IntParamType(), FloatParamType(), BoolParamType()
UUID = UUIDParameterType()


def convert_type(kind=None, default=None):
    """The type that is meant by a class, or guessed from a default."""
    guessed = kind is None
    if guessed and isinstance(default, (tuple, list)):
        if default:
            kind = tuple(map(type, default[0])) if isinstance(default[0], (tuple, list)) else type(default[0])
    elif guessed and default is not None:
        kind = type(default)
    if isinstance(kind, tuple):
        return Tuple(kind)
    if isinstance(kind, ParamType):
        return kind
    for plain, known in ((None, STRING), (str, STRING), (int, INT), (float, FLOAT), (bool, BOOL)):
        if kind is plain:
            return known
    if guessed:
        return STRING
    if isinstance(kind, type) and issubclass(kind, ParamType):
        raise AssertionError(f'Attempted to use an uninstantiated parameter type ({kind}).')
    return FuncParamType(kind)
