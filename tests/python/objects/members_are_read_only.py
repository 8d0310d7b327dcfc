# What is a field of C's structure is a member: read-only in its own words; what is computed says otherwise.
import contextvars
import functools
import sys


class C:
    @property
    def p(self):
        return 1

    @classmethod
    def c(cls):
        pass

    @staticmethod
    def s():
        pass

    def m(self):
        pass


async def agen():
    yield 1

try:
    1 / 0
except ZeroDivisionError as e:
    traceback = e.__traceback__
for thing, names in (
        (1 + 2j, 'real imag'), (1.5, 'real imag'), (range(3), 'start stop step'), (slice(1), 'start stop step'),
        (C.m.__code__, 'co_argcount co_flags co_names co_name co_qualname co_firstlineno co_varnames co_consts'),
        (C.__dict__['p'], 'fget fset fdel'), (C.__dict__['c'], '__func__ __wrapped__'),
        (C.__dict__['s'], '__func__ __wrapped__'), (super(C, C()), '__thisclass__ __self__ __self_class__'),
        (agen(), 'ag_running ag_frame'), (traceback, 'tb_frame tb_lasti tb_lineno'), (C.m, '__closure__ __globals__'),
        (C().m, '__func__ __self__'), (C, '__base__ __mro__')):
    for name in names.split():
        found = next(vars(cls)[name] for cls in type(thing).__mro__ if name in vars(cls))
        print(found, type(found).__name__)
        for change in (lambda: setattr(thing, name, None), lambda: delattr(thing, name)):
            try:
                change()
            except AttributeError as e:
                print(e)
for thing, name in ((functools.partial(len), 'func'), (contextvars.ContextVar('v'), 'name')):
    try:
        setattr(thing, name, None)
    except AttributeError as e:
        print(e)
