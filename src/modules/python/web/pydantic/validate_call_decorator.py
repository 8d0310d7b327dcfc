"""Functions whose arguments are validated."""
import functools
import inspect
import sys

from pydantic_core import ArgsKwargs, SchemaValidator

from ._schema import GenerateSchema
from .config import Config
from .errors import PydanticUserError


def validate_call(func=None, /, *, config=None, validate_return=False):
    frame = sys._getframe(1)
    space = frame.f_locals

    def decorate(function):
        if isinstance(function, (classmethod, staticmethod)):
            name = type(function).__name__
            raise PydanticUserError(f'The `@validate_call` decorator should be applied after `@{name}` (put `@{name}` on top)', code='validate-call-type')
        if isinstance(function, type):
            raise PydanticUserError('Unable to validate {0}: `validate_call` should be applied to functions, not classes (put '
                                    '`@validate_call` on top of `__init__` or `__new__` instead)'.format(function), code='validate-call-type')
        if not callable(function):
            raise PydanticUserError(f'Unable to validate {function}: `validate_call` should be applied to one of the following: function, '
                                    'method, partial, or lambda', code='validate-call-type')
        settings = Config({**(config or {})})
        name = getattr(function, '__qualname__', None) or f"partial({getattr(getattr(function, 'func', None), '__name__', '')})"
        ready = []

        def validator():
            if not ready:
                parameters = {each.__name__: each for each in getattr(function, '__type_params__', ())}
                generator = GenerateSchema(settings, [parameters, space, getattr(function, '__globals__', {})])
                schema = generator.call(function)
                schema['function_name'] = name
                ready.append(SchemaValidator(schema, settings.core(name)))
                if validate_return:
                    kind = inspect.signature(function).return_annotation
                    returns = generator.schema(generator.resolve(kind)) if kind is not inspect.Signature.empty else None
                    ready.append(SchemaValidator(returns, settings.core(name)) if returns else None)
            return ready[0]

        if not settings.defer_build:
            try:
                validator()
            except NameError:
                pass
        if inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def wrapper(*args, **kwargs):
                found = await validator().validate_python(ArgsKwargs(args, kwargs))
                return ready[1].validate_python(found) if validate_return and ready[1] else found
        else:
            @functools.wraps(function)
            def wrapper(*args, **kwargs):
                found = validator().validate_python(ArgsKwargs(args, kwargs))
                return ready[1].validate_python(found) if validate_return and ready[1] else found
        wrapper.raw_function = function
        return wrapper

    return decorate if func is None else decorate(func)
