"""Values that are not shown."""
import typing
from typing import Generic, TypeVar
from pydantic_core import core_schema as cs

__name__ = 'pydantic.types'  # where what is here is said to be  #: in pydantic/types.py

_Secret = TypeVar('_Secret')


class _SecretBase(Generic[_Secret]):
    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self.get_secret_value() == other.get_secret_value()

    def __hash__(self):
        return hash(self.get_secret_value())

    def __str__(self):
        return str(self._display())

    def __repr__(self):
        return f'{self.__class__.__name__}({self._display()!r})'


def _dumped_secret(value, info):
    return value._display() if info.mode == 'json' else value


class Secret(_SecretBase[_Secret]):
    def _display(self):
        return '**********' if self.get_secret_value() else ''

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        args = typing.get_args(source)
        if not args:
            for base in getattr(cls, '__orig_bases__', ()):
                if typing.get_origin(base) is Secret:
                    args = typing.get_args(base)
        if not args:
            raise TypeError("Can't get secret type from Secret. Please use Secret[<type>], or subclass from Secret[<type>] instead.")
        inner = handler.generate_schema(args[0])

        def secret(value, go):
            if isinstance(value, Secret):
                value = value.get_secret_value()
            return cls(go(value))

        return cs.json_or_python_schema(
            cs.no_info_after_validator_function(lambda value: cls(value), inner), cs.no_info_wrap_validator_function(secret, inner),
            serialization=cs.plain_serializer_function_ser_schema(_dumped_secret, info_arg=True, when_used='always'))


_TEXTS = {'str': 'string', 'bytes': 'bytes'}


class _SecretText(_SecretBase):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        kind = cls._kind

        def words(strict):
            return {'type': kind, 'strict': True} if strict else {'type': kind}

        def made(strict):
            inner = words(strict)
            return cs.json_or_python_schema(
                cs.no_info_after_validator_function(cls, dict(inner)), cs.union_schema(
                    [cs.is_instance_schema(cls), cs.no_info_after_validator_function(cls, dict(inner))], custom_error_type=f'{_TEXTS[kind]}_type'))

        def schema(_, go):
            found = go(words(False))
            found.update(type='string', writeOnly=True, format='password')
            return found

        return cs.lax_or_strict_schema(made(False), made(True), metadata={'pydantic_js_functions': [schema]},
                                       serialization=cs.plain_serializer_function_ser_schema(_dumped_secret, info_arg=True, when_used='always'))

    def __len__(self):
        return len(self._secret_value)


class SecretStr(_SecretText):
    _kind = 'str'

    def _display(self):
        return '**********' if self._secret_value else ''


class SecretBytes(_SecretText):
    _kind = 'bytes'

    def _display(self):
        return ('**********' if self._secret_value else '').encode()
