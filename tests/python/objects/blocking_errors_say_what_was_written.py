def shown(error):
    try:
        return error.characters_written
    except AttributeError as e:
        return f'no {e}'


for n in range(6):
    e = BlockingIOError(*('a', 'b', 'c', 'd', 'e')[:n])
    print(n, shown(e), e.filename)
    try:
        del e.characters_written
    except AttributeError as x:
        print('not deleted:', x)
for given in 3, -1, True, None, '5':
    e = BlockingIOError(11, 'busy', given)
    print(shown(e), e.filename, e.args)
    for new in 7, -1, 'x', 2.5, 10**30:
        try:
            e.characters_written = new
        except (TypeError, ValueError) as x:
            print(repr(x))
        print(shown(e))
for given in 10**30, 2.5:
    try:
        BlockingIOError(11, 'busy', given)
    except (TypeError, ValueError) as x:
        print(repr(x))
e = BlockingIOError(11, 'busy', 5)
del e.characters_written
print(shown(e))
