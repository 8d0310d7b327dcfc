# Names of typing's that are no part of its interface and that libraries use all the same.
import typing
import warnings
from typing import Annotated, Any, Callable, ClassVar, Generic, List, Literal, Optional, Protocol, TypeVar, Union

T = TypeVar('T')


def shown(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)

for form, kind in [(List[int], '_GenericAlias'), (Union[int, str], '_UnionGenericAlias'), (Literal[1], '_LiteralGenericAlias'),
                   (Callable[[int], str], '_CallableGenericAlias'), (Annotated[int, 1], '_AnnotatedAlias'),
                   (ClassVar, '_SpecialForm'), (Union, '_SpecialForm'), (List, '_SpecialGenericAlias')]:
    cls = getattr(typing, kind)
    print(kind, isinstance(form, cls), isinstance(form, typing._BaseGenericAlias), isinstance(form, typing._Final))


class Readable(Protocol):
    size: int

    def read(self): ...

print(isinstance(Readable, typing._ProtocolMeta), sorted(typing._get_protocol_attrs(Readable)))
print(typing._is_dunder('__x__'), typing._is_dunder('_x'), typing._collect_type_parameters((List[T], int, T)))
for arg in (int, None, 'int', ClassVar[int], ClassVar, Generic, (int,), Any, Optional[int]):
    shown(typing._type_check, arg, 'A type is wanted.')
shown(typing._type_check, ClassVar[int], '', allow_special_forms=True)
shown(typing._eval_type, typing.ForwardRef('List[T]'), globals(), {}, ())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(typing._collect_parameters((T,)), str(caught[0].message)[:40])


@typing._SpecialForm
def Checked(self, parameters):
    """A form of the program's own."""
    return typing._GenericAlias(self, (parameters,))

print(Checked, Checked.__doc__, Checked[int].__args__, typing.get_origin(Checked[int]) is Checked)


class Rooted(typing._Final, _root=True):
    pass

for base in (Rooted, typing._SpecialForm, typing._GenericAlias):
    shown(type(base), 'Sub', (base,), {})
