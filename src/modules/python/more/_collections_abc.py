"""The classes of collections.abc, and the built-in ones that are registered there by the names that they have in CPython."""
from collections.abc import *
from collections.abc import __all__


async def _coroutine():
    pass


async def _asynchronous():
    yield

_made = _coroutine()
_made.close()
coroutine, generator, async_generator = type(_made), type(_ for _ in ()), type(_asynchronous())
del _made
_iterated = {
    'bytes_iterator': b'', 'bytearray_iterator': bytearray(), 'dict_keyiterator': {}, 'dict_valueiterator': {}.values(),
    'dict_itemiterator': {}.items(), 'list_iterator': [], 'list_reverseiterator': reversed([]), 'range_iterator': range(0),
    'longrange_iterator': range(1 << 1000), 'set_iterator': set(), 'str_iterator': '', 'tuple_iterator': (),
    'zip_iterator': zip()}
globals().update((name, type(iter(of))) for name, of in _iterated.items())
dict_keys, dict_values, dict_items = (type(view) for view in ({}.keys(), {}.values(), {}.items()))
mappingproxy = type(type.__dict__)
