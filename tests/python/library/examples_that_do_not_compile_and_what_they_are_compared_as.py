# The compiler takes the line of an error from the file: lines that a program has put into linecache are none.
import doctest
import linecache
import traceback

linecache.cache['<made>'] = (14, None, ['await f()\n'], '<made>')
for source in ('await f()', 'return 3', 'def f():\n a = 1\n global a', 'x = ('):
    try:
        compile(source, '<made>', 'single')
    except SyntaxError as e:
        print(e.args)
        traceback.print_exc()


def later():
    """
    >>> await later()
    3
    """


doctest.run_docstring_examples(later, globals(), name='later')


def joined():
    r"""
    >>> 'a\u200db\xe9'
    'a‍bé'
    >>> print('é\u200d')
    \xe9\u200d
    """


class Lazy:
    """An object that fails to be asked for anything.

    >>> 1 + 1
    2
    """
    def __getattr__(self, name):
        raise ModuleNotFoundError(f'asked for {name}')


class Holder:
    lazy = Lazy()


print(doctest.testmod())
