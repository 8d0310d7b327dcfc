for start in ('', b'', bytearray()):
    for iterable in ([], ['a'], 3):
        try:
            print(sum(iterable, start))
        except TypeError as e:
            print(e)
