"""Recipes.

>>> half(8)
3
"""
import doctest
import sys
import unittest


def half(x):
    """Divides by two.

    >>> half(4)
    2.0
    >>> half('a')
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for /: 'str' and 'float'
    >>> half(None) # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    TypeError: whatever
    >>> 1/0
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    c
    >>> for n in range(2):
    ...     print(half(n))
    0.0
    0.5
    >>> half(1) # doctest: +SKIP
    55
    >>> list(range(30)) # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
    [0,  1,
     ..., 29]
    >>> 5
    """
    return x / 2


def without_examples():
    pass


class Box:
    '''What holds a number.
    >>> Box().value()
    7
    '''

    def value(self):
        r"""
        >>> Box().value() == 7
        1
        """
        return 7

    @property
    def size(self):
        """>>> 3
        3
        """

    @staticmethod
    def of(): "nothing to try"

    @classmethod
    def made(cls):
        '''
        >>> Box.made()
        Traceback (most recent call last):
        ValueError: other words
        '''
        raise ValueError('words')


print(doctest.testmod())
print(doctest.testmod(verbose=True))
print(doctest.testmod(optionflags=doctest.REPORT_NDIFF | doctest.REPORT_ONLY_FIRST_FAILURE))
print(doctest.testmod(optionflags=doctest.FAIL_FAST, report=False))
doctest.run_docstring_examples(half, globals(), True, name='half of it')
for test in doctest.DocTestFinder().find(Box):
    print(test, test.lineno, len(test.examples))
runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(half, 'half'):
    print(runner.run(test))
print(runner.summarize())

pieces = doctest.DocTestParser().parse('words\n  >>> 1 # doctest: +ELLIPSIS\n  1\nmore')
print(pieces[0::2], pieces[1].source, pieces[1].options == {doctest.ELLIPSIS: True}, pieces[1].indent, pieces[1].lineno)
for bad in '>>>1\n', '>>> 1 # doctest: +NOPE\n', '>>> if 1:\n...print()\n', '    >>> 1\n  2\n':
    try:
        doctest.DocTestParser().get_examples(bad, 'a text')
    except ValueError as error:
        print(repr(error))
print(doctest.script_from_examples('Adds.\n\n>>> 1+1\n2\n'))
checker = doctest.OutputChecker()
print(checker.check_output('a...z\n', 'abz\n', doctest.ELLIPSIS), checker.check_output('1\n', 'True\n', 0))
for flag in doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF, 0:
    print(checker.output_difference(doctest.Example('x', 'a\nb\nc\n'), 'a\nB\nc\n', flag))

for failing in doctest.DocTestFinder().find(Box.made, 'made'):
    try:
        doctest.DebugRunner(verbose=False).run(failing)
    except doctest.DocTestFailure as failure:
        print(failure.example.want, str(failure))

with open('notes.txt', 'w') as file:
    file.write('Some notes.\n\n>>> 2 * 3\n6\n>>> missing\n')
print(doctest.testfile('notes.txt', module_relative=False))
suite = doctest.DocTestSuite()
print(suite, suite.countTestCases())
suite.addTest(doctest.DocFileSuite('notes.txt', module_relative=False, optionflags=doctest.REPORT_UDIFF))
unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
