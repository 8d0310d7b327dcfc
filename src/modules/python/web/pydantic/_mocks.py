"""What stands for a validator or serializer that cannot be made yet."""
from .errors import PydanticUserError


class _Mock:
    """What stands for the validator or serializer of a model that is not complete."""

    def __init__(self, text, code, cls=None):
        self._text, self._code, self._cls = text, code, cls

    def __getattr__(self, name):
        if name.startswith('__') or name in ('run', 'schema', 'model_schema'):
            raise AttributeError(name)
        cls = self._cls
        if cls is not None and cls.model_rebuild(raise_errors=False, _parent_namespace_depth=4):
            made = cls.__pydantic_validator__ if self is not cls.__dict__.get('__pydantic_serializer__') and name.startswith('valid') else cls.__pydantic_serializer__
            return getattr(made, name)
        raise PydanticUserError(self._text, code=self._code)


def _mock(cls, name='all referenced types'):
    text = f'`{cls.__name__}` is not fully defined; you should define {name}, then call `{cls.__name__}.model_rebuild()`.'
    cls.__pydantic_core_schema__ = None
    cls.__pydantic_validator__, cls.__pydantic_serializer__ = (_Mock(text, 'class-not-fully-defined', cls) for _ in range(2))
