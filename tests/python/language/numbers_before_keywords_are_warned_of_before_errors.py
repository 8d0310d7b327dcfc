# A number with a keyword right behind it is warned of wherever it stands, although the source has an error elsewhere.
import warnings

for text in ("1if 2else 3 +", "+ *\nx = 1if 2else 3", "f(1, 10int 5)", "x = (1, 2is", "0x1for x in [] pass\n1or 2",
             "  x = 1\ny = 1or 2", "x = '\\d' +\ny = '\\w' + 1in 2", "x = 5abc\ny = 1or 2", "1or 2\nx = 'open\n3and 4",
             "0b1and 1; (", "1.5is 2 3", "2jor 3 4", "0o7not in x y"):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            compile(text, "case", "exec")
        except SyntaxError as e:
            print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
        for one in told:
            print("   ", one.category.__name__, one.lineno, one.message)
