"""Variable parts of paths: which texts they are, and what is made of these."""
import math as _math
import uuid as _uuid


class Convertor:
    regex = ''

    def __class_getitem__(cls, item):
        return cls

    def convert(self, value):
        raise NotImplementedError()

    def to_string(self, value):
        raise NotImplementedError()


class StringConvertor(Convertor):
    regex = '[^/]+'

    def convert(self, value):
        return value

    def to_string(self, value):
        value = str(value)
        assert '/' not in value, 'May not contain path separators'
        assert value, 'Must not be empty'
        return value


class PathConvertor(Convertor):
    regex = '.*'

    def convert(self, value):
        return str(value)

    to_string = convert


class IntegerConvertor(Convertor):
    regex = '[0-9]+'

    def convert(self, value):
        return int(value)

    def to_string(self, value):
        value = int(value)
        assert value >= 0, 'Negative integers are not supported'
        return str(value)


class FloatConvertor(Convertor):
    regex = r'[0-9]+(\.[0-9]+)?'

    def convert(self, value):
        return float(value)

    def to_string(self, value):
        value = float(value)
        assert value >= 0.0, 'Negative floats are not supported'
        assert not _math.isnan(value), 'NaN values are not supported'
        assert not _math.isinf(value), 'Infinite values are not supported'
        return f'{value:.20f}'.rstrip('0').rstrip('.')


class UUIDConvertor(Convertor):
    regex = '-?'.join('[0-9a-fA-F]{%d}' % size for size in (8, 4, 4, 4, 12))

    def convert(self, value):
        return _uuid.UUID(value)

    def to_string(self, value):
        return str(value)


CONVERTOR_TYPES = {'str': StringConvertor(), 'path': PathConvertor(), 'int': IntegerConvertor(),
                   'float': FloatConvertor(), 'uuid': UUIDConvertor()}


def register_url_convertor(key, convertor):
    CONVERTOR_TYPES[key] = convertor
