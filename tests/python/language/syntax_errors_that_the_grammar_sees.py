# Each is compiled by itself; the parser's library accepts some of them.
SOURCES = [
    'try:\n    pass\nelse:\n    pass\nfinally:\n    pass\n',
    'try: pass\nelse: pass\nfinally: pass\n',
    'def f():\n    try:\n        try:\n            pass\n        except E:\n            pass\n    else:\n        pass\n    finally:\n        pass\n',
    'try:\n    try: pass\n    finally: pass\nexcept E:\n    pass\nelse:\n    pass\nfinally:\n    pass\n',
    # A type's parameters with defaults are told of where anything behind them is wrong.
    'type Pair[A, B = int] = tuple[A, B] |\n',
    'type Pair[A, B = int] = tuple[A, B]\nx = = 1\n',
    'type Pair[A, B C] = 1\n',
    # Misplaced imports are refused when all names are known.
    'x = 1\nfrom __future__ import annotations\ndef f():\n    nonlocal y\n',
    'x = 1\nfrom __future__ import annotations\n',
    'x = 1\nfrom __future__ import nothing\n',
    '"doc"\nfrom __future__ import nothing\n',
    'if x:\n    from __future__ import annotations\n',
    'from __future__ import annotations; import a\n',
]
for source in SOURCES:
    try:
        compile(source, 'source.py', 'exec')
        print('accepted')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
