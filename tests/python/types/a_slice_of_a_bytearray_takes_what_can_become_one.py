data = bytearray(b'abcdef')
for value in ..., None, 1.5, 2, 1j, 'x', object(), {}, [1, 2], (7,), [300], ['a'], b'xy', range(3):
    try:
        data[1:3] = value
        print(data)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
