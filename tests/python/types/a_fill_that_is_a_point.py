for s in '.<5', '.^8.2f', '..5f', '.>10', '.=8', '<.3f', '#<9':
    try: print(repr(format(1.5, s)))
    except ValueError as e: print(e)
