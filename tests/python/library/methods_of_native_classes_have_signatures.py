"""Signatures of methods of built-in classes, of operator's objects and of typing's files; what counts as a routine."""
import decimal
import inspect
import io
import operator
import types
import typing


def told(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError) as e:
        return f'{type(e).__name__}: {e}'


for thing in (ExceptionGroup.split, ExceptionGroup.derive, types.AsyncGeneratorType.asend, types.CodeType.replace,
              types.FrameType.clear, types.MappingProxyType.get, memoryview.__exit__, memoryview.cast,
              decimal.Decimal.adjusted, decimal.Decimal.sqrt, decimal.Decimal.__init__, decimal.Context.clear_flags,
              io.FileIO.__init__, operator.attrgetter, operator.itemgetter(1),
              operator.attrgetter('a'), operator.methodcaller('a'), operator.abs, typing.IO.read,
              typing.TextIO.__enter__, typing.BinaryIO.write):
    print(told(thing))
print(inspect.isroutine(object().__lt__), inspect.isroutine(len), inspect.isroutine(list))
print(operator.abs is abs, operator.__concat__ is operator.concat, operator.__call__ is operator.call)
print(typing.IO.__abstractmethods__ if hasattr(typing.IO, '__abstractmethods__') else None)
print([name for name in ('read', 'write', 'mode', 'closed', 'buffer') if hasattr(typing.TextIO, name)])

names = list[int]
print(set(dir(list)) <= set(dir(names)), [name for name in ('__origin__', '__args__', '__parameters__') if name in dir(names)])
values = names()
names.append(values, 'foo')
print(values, names.__getitem__(values, 0), names.__len__(values), names.__getitem__, names.__origin__, names.__class__)
print('inner' in vars(typing), 'NoDefaultType' in vars(typing))
try:
    typing.NoDefault.x = 1
except AttributeError as e:
    print(type(e).__name__)
try:
    type(typing.NoDefault).x = 1
except TypeError as e:
    print(type(e).__name__)
