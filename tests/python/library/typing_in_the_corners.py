import asyncio
import typing as t

P = t.ParamSpec('P')
print(t.Callable[t.Concatenate[int, P], str], t.Callable[P, int], t.Callable[[int], str])


@t.no_type_check
def unchecked(x: 'not valid python!'): pass


print(t.get_type_hints(unchecked), t.overload(1).__name__)
for wrong in (lambda: t.NamedTuple('N', [('a', int), ('a', int)]), lambda: t.Final[int, str], lambda: t.ClassVar[int, str]):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for f in asyncio.open_connection, asyncio.start_server, asyncio.create_subprocess_exec, asyncio.StreamReader:
    print(f.__module__)
