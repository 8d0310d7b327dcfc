"""importlib.util: where bytecode would be kept, which file it is of, and a module's text of its bytes."""
import importlib.util as util


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for path in ('module.py', '/tmp/package/module.py', 'no_suffix', 'a.b.py'):
    shown(util.cache_from_source, path)
shown(util.cache_from_source, 'm.py', optimization=2)
shown(util.cache_from_source, 'm.py', optimization='a-b')
for path in ('/tmp/__pycache__/m.cpython-313.pyc', '__pycache__/m.cpython-313.opt-1.pyc', 'm.cpython-313.pyc',
             '__pycache__/m.pyc', '__pycache__/m.cpython-313.one.pyc', '__pycache__/m.cpython-313.opt-.pyc'):
    shown(util.source_from_cache, path)
for data in (b'a = 1\r\nb = 2\rc', '# coding: latin-1\nä'.encode('latin-1'), '\ufeffx = 1'.encode(), b'x = "\xc3\xa4"'):
    shown(util.decode_source, data)
