# The order of local variables is that of CPython's symbol table: a try's `else` comes before its handlers.
def f():
    try:
        first = 1
    except ValueError as error:
        second = error
    else:
        third = 3
        second = 2
    finally:
        fourth = 4
    return locals()


print(f(), f.__code__.co_varnames)
