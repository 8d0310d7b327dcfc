"""What the variable parts of rules may be, and what is made of them."""
import re
import uuid
from urllib.parse import quote


class ValidationError(ValueError):
    pass


class BaseConverter:
    """A part of a path that a regular expression describes."""
    regex, weight, part_isolating = '[^/]+', 100, True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if 'regex' in cls.__dict__ and 'part_isolating' not in cls.__dict__:
            cls.part_isolating = '/' not in cls.regex

    def __init__(self, map, *args, **kwargs):
        self.map = map

    def to_python(self, value):
        return value

    def to_url(self, value):
        return quote(str(value), safe="!$&'()*+,/:;=@")


class UnicodeConverter(BaseConverter):
    part_isolating = True

    def __init__(self, map, minlength=1, maxlength=None, length=None):
        super().__init__(map)
        most = '' if maxlength is None else int(maxlength)
        self.regex = f'[^/]{{{int(minlength)},{most}}}' if length is None else f'[^/]{{{int(length)}}}'


class AnyConverter(BaseConverter):
    part_isolating = True

    def __init__(self, map, *items):
        super().__init__(map)
        self.items, self.regex = set(items), f"(?:{'|'.join([re.escape(item) for item in items])})"

    def to_url(self, value):
        if value not in self.items:
            raise ValueError(f"'{value}' is not one of {', '.join(repr(item) for item in sorted(self.items))}")
        return str(value)



class PathConverter(BaseConverter):
    part_isolating, regex, weight = False, '[^/].*?', 200


class NumberConverter(BaseConverter):
    weight, num_convert = 50, int

    def __init__(self, map, fixed_digits=0, min=None, max=None, signed=False):
        if signed:
            self.regex = self.signed_regex
        super().__init__(map)
        self.fixed_digits, self.min, self.max, self.signed = fixed_digits, min, max, signed

    def to_python(self, value):
        if self.fixed_digits and len(value) != self.fixed_digits:
            raise ValidationError()
        try:
            number = self.num_convert(value)
        except ValueError as e:
            raise ValidationError() from e
        if self.min is not None and number < self.min or self.max is not None and number > self.max:
            raise ValidationError()
        return number

    def to_url(self, value):
        text = str(self.num_convert(value))
        return text.zfill(self.fixed_digits) if self.fixed_digits else text

    @property
    def signed_regex(self):
        return f'-?{self.regex}'


class IntegerConverter(NumberConverter):
    regex = r'\d+'


class FloatConverter(NumberConverter):
    regex, num_convert = r'\d+\.\d+', float

    def __init__(self, map, min=None, max=None, signed=False):
        super().__init__(map, min=min, max=max, signed=signed)


class UUIDConverter(BaseConverter):
    regex = '-'.join(f'[A-Fa-f0-9]{{{count}}}' for count in (8, 4, 4, 4, 12))

    def to_python(self, value):
        return uuid.UUID(value)

    def to_url(self, value):
        return str(value)


DEFAULT_CONVERTERS = {'default': UnicodeConverter, 'string': UnicodeConverter, 'any': AnyConverter, 'path': PathConverter, 'int': IntegerConverter,
                      'float': FloatConverter, 'uuid': UUIDConverter}
