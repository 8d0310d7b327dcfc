def fact(n):
    """
    >>> fact(3)
    6
    >>> fact(-1)
    Traceback (most recent call last):
    ValueError: neg
    >>> fact(2)
    3
    """
    if n < 0: raise ValueError('neg')
    return 1 if n == 0 else n * fact(n - 1)
if __name__ == '__main__':
    import doctest
    print(doctest.testmod())


def semicolons():
    """
    >>> found = []; found.append(1); len(found)
    1
    >>> 'a;b'; 2 if found else 3
    'a;b'
    2
    >>> for item in found: print(item); item
    1
    1
    """


doctest.run_docstring_examples(semicolons, globals(), True, 'semicolons')
