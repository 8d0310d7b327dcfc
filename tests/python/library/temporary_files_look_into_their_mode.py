import tempfile

for kind in tempfile.NamedTemporaryFile, tempfile.TemporaryFile:
    for mode in None, 3, b'w', ['w'], ('w', 'b'), {}:
        try:
            kind(mode)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    for mode in 'w+', 'w+b':
        with kind(mode) as f:
            print(getattr(f, 'encoding', None))
    try:
        kind('w+', encoding='')
    except LookupError as e:
        print(e)
