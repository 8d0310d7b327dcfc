import codecs
import difflib
import io
import warnings

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for src in [r"f'\{6}'", r"f'\d'", r"'\d'", r"f'{1}\d'", r"f'{x:\d}'", "b'\\d'", r"f'''\q{1}'''", r"'\400'", r"rf'\{6}'", r"f'\\{6}'", r"f'a\}}'", r"f'{1:\{2}}'"]:
        try: compile(src, '<s>', 'eval')
        except SyntaxError as e: print(src, e)
        print(src, [str(x.message) + ' ' + str(x.lineno) for x in w]); w.clear()
with open('/tmp/x.bin', 'wb') as f:
    for bad in ['a', None, 1.5]:
        try: f.seek(bad)
        except TypeError as e: print(e)
try: open('/tmp/x.txt', 'w', newline='x')
except ValueError as e: print(e)
d = io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb')), repr(d.newlines), repr(d.decode('x\ry\n\r', final=True)), d.newlines, d.getstate()); d.reset(); print(d.newlines)
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), False); print(repr(d.decode(b'a\r')), d.getstate(), repr(d.decode(b'\n\xc3')), d.getstate(), repr(d.decode(b'\xa9', final=True)), repr(d.newlines))
print(io.__all__)
for line in difflib.diff_bytes(difflib.unified_diff, [b'a\xff', b'b'], [b'a\xff', b'c'], b'x', b'y', lineterm=b''): print(line)
for bad in [lambda: list(difflib.unified_diff([b'a'], [b'b'])), lambda: list(difflib.unified_diff(['a'], ['b'], b'x')), lambda: list(difflib.diff_bytes(difflib.context_diff, ['a'], [b'b'])), lambda: list(difflib.context_diff(['a'], ['b'], lineterm=b''))]:
    try: print(bad())
    except TypeError as e: print(e)
