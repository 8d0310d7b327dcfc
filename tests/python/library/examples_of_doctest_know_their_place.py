"""Where examples of doctest stand, and what the parser refuses."""
import doctest
p = doctest.DocTestParser()
for e in p.get_examples('''
    Text
        >>> x = 5   # doctest: +SKIP
        >>> def f():
        ...     pass
        >>> 1/0
        Traceback (most recent call last):
        ...
        ZeroDivisionError: division by zero
    >>> y
    3
'''): print(e.indent, e.lineno, repr(e.source), repr(e.want), repr(e.exc_msg), e.options)
for bad in ('>>>x', '>>> x\n  3\n ... y', '    >>> x\n  3', '>>> x\n...y', '  >>> def f():\n ...  x\n'):
    try: print([(e.source, e.want) for e in p.get_examples(bad)])
    except ValueError as err: print(err)
print(p.parse('a\n>>> b\nc\n\nd'))
t = p.get_doctest('>>> 1\n2\n', {}, 'n', 'f.py', 10); print(t, t.examples[0].lineno, t.lineno, t.docstring)
