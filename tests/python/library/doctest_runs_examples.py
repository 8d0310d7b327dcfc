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
