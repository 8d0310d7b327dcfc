"""Arguments that built-in types refuse, in CPython's words."""
ATTEMPTS = [
    "'{99999999999999999999}'.format(1)", "'{:99999999999999999999}'.format(1)", "'{0[99999999999999999999]}'.format([1])",
    "format(1.5, '.99999999999')", "'{:'.format(1)", "'{0'.format(1)", "b'a'.hex('é')", "b'a'.hex('ab')",
    "bytearray().extend(1.5)", "bytearray().extend('a')", "bytearray(b'abc').__setitem__(slice(0, 2), 5)",
    "bytearray(b'abc').__setitem__(slice(0, 2), 'ab')", "bytearray(b'abc').__setitem__(slice(0, 2), 1.5)",
    "bytearray(1.5)", "bytes(1.5)", "__import__('')", "__import__()", "int(memoryview(b'12'))", "float(memoryview(b'1.5'))",
    "int(memoryview(b'x'))", "(1 + 2j).__getnewargs__()", "isinstance(1, nested)", "issubclass(int, nested)",
]
nested = ()
for _ in range(50_000):
    nested = (nested,)
for attempt in ATTEMPTS:
    try:
        print(attempt, "=>", eval(attempt))
    except Exception as e:
        print(attempt, "=>", type(e).__name__, e)
