"""Which line a doctest is said to stand at: also of functions and classes whose source is not at hand."""
import doctest


def known(v):
    """
    >>> known(1)
    3
    """
    return v


class Known:
    '''
    >>> 1
    2
    '''


source = '''
def f(x):
    """
    >>> f(1)
    2
    """
    return x

class C:
    """
    >>> 1
    2
    """

    def method(self):
        """
        >>> 3
        4
        """
'''
names = {'__name__': 'elsewhere'}
exec(source, names)

finder = doctest.DocTestFinder()
for thing in (known, Known, names['f'], names['C'], len, 'text'):
    for test in finder.find(thing, name='it', module=False):
        print(test.name, test.lineno, test.examples and test.examples[0].lineno)
doctest.DocTestRunner().run(finder.find(names['f'], globs=names)[0])
print(doctest.DocTestFinder(exclude_empty=False).find(names['C'].__init__, name='nothing', module=False)[0].lineno)
