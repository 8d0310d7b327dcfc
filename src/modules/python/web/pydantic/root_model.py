"""Models of one value."""
from copy import copy, deepcopy
from typing import Generic, TypeVar

from pydantic_core import PydanticUndefined

from .errors import PydanticUserError
from .main import BaseModel, _set

RootModelRootType = TypeVar('RootModelRootType')


class RootModel(BaseModel, Generic[RootModelRootType]):
    __pydantic_root_model__ = True
    __pydantic_private__ = None
    __pydantic_extra__ = None
    root: RootModelRootType

    def __init_subclass__(cls, **kwargs):
        extra = cls.model_config.get('extra')
        if extra is not None:
            raise PydanticUserError("`RootModel` does not support setting `model_config['extra']`", code='root-model-extra')
        super().__init_subclass__(**kwargs)

    def __init__(self, /, root=PydanticUndefined, **data):
        if data:
            if root is not PydanticUndefined:
                raise ValueError('"RootModel.__init__" accepts either a single positional argument or arbitrary keyword arguments')
            root = data
        self.__pydantic_validator__.validate_python(root, self_instance=self)

    __init__.__pydantic_base_init__ = True

    @classmethod
    def model_construct(cls, root, _fields_set=None):
        return super().model_construct(root=root, _fields_set=_fields_set)

    def __getstate__(self):
        return {'__dict__': self.__dict__, '__pydantic_fields_set__': self.__pydantic_fields_set__}

    def __setstate__(self, state):
        _set(self, '__pydantic_fields_set__', state['__pydantic_fields_set__'])
        _set(self, '__dict__', state['__dict__'])

    def _made(self, values):
        made = type(self).__new__(type(self))
        _set(made, '__dict__', values)
        _set(made, '__pydantic_fields_set__', copy(self.__pydantic_fields_set__))
        return made

    def __copy__(self):
        return self._made({name: copy(value) for name, value in self.__dict__.items()})

    def __deepcopy__(self, memo=None):
        memo = {} if memo is None else memo
        made = memo[id(self)] = self._made({})
        made.__dict__.update(deepcopy(self.__dict__, memo))
        return made

    def __eq__(self, other):
        if not isinstance(other, RootModel):
            return NotImplemented
        if self.__pydantic_fields__['root'].annotation != other.__pydantic_fields__['root'].annotation:
            return NotImplemented
        return super().__eq__(other)

    def __repr_args__(self):
        yield 'root', self.root
