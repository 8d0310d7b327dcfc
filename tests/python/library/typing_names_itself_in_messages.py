# What typing has in C names its module; forms that are asked for again are the same objects.
import typing

for form in typing.TypeVar('T'), typing.ParamSpec('P'), typing.TypeVarTuple('Ts'), typing.NewType('N', int):
    for wrong in (lambda: form.nothing, lambda: form + 1, lambda: print(*form) if hasattr(form, 'args') else None):
        try:
            wrong()
        except (AttributeError, TypeError) as e:
            print(e)
print(typing.Literal[1, 2] is typing.Literal[1, 2], typing.Literal[1] is typing.Literal[True],
      typing.Annotated[int, 1] is typing.Annotated[int, 1], typing.Annotated[int, 1] is typing.Annotated[int, True])
print('__forward_arg__' in typing.ForwardRef.__slots__)
hint = typing.ForwardRef('int')
print(hint, hint.__forward_evaluated__, hint.__forward_is_argument__, hint.__forward_is_class__)


class Several[T, *Ts, **P]:
    pass


print(Several.__orig_bases__, Several.__parameters__, Several[int, str, [int]])


class Hinted:
    numbers: 'typing.List[int]'
    several: typing.Dict[str, 'Hinted'] = {}
    told: 'typing.Annotated[int, "told"]' = 0


hints = typing.get_type_hints(Hinted)
print(hints['numbers'] is typing.List[int], hints['several'], hints['told'])
extras = typing.get_type_hints(Hinted, include_extras=True)
print(extras['told'] is typing.Annotated[int, 'told'], extras['numbers'] is typing.List[int])
