"""Where errors of annotated names, of two statements in one and of stray type comments stand; marks of encodings."""
import ast

for source, mode in (('__debug__: int', 'exec'), ('__debug__: int = 3', 'exec'), ('x.__debug__: int', 'exec'),
                     ('(__debug__): int', 'exec'), ('x\ny', 'single'), ('x = 1\ny', 'single'),
                     (b'\xef\xbb\xbf#coding: utf8\nx', 'exec'), (b'\xef\xbb\xbf#coding: utf-8\nx', 'exec'),
                     (b'\xef\xbb\xbf#coding: utf_8\nx', 'exec'), (b'\xef\xbb\xbf#coding: UTF-8-sig\nx', 'exec'),
                     (b'#coding: utf8\nx', 'exec')):
    try:
        compile(source, 'made', mode)
        print('compiled')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
try:
    ast.parse('def f(\n    *, # type: int\n    a, # type: int\n):\n    pass\n', type_comments=True)
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)
