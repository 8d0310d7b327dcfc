import os, sys, subprocess, io
# pipes with \r and encodings
r, w = os.pipe()
os.write(w, b'a\rb\r\nc\nd\r'); os.close(w)
f = os.fdopen(r, 'r')
print([f.readline() for _ in range(5)])
f.close()
def pipe(data, n=None, **k):
    r, w = os.pipe()
    os.write(w, data); os.close(w)
    with os.fdopen(r, 'r', **k) as f:
        if n is None:
            return list(f)
        if n == 'newlines':
            x = list(f); return x, f.newlines
        out = []
        while (x := f.read(n)): out.append(x)
        return out
data = 'ä\r一b\r\nc\nd'
for nl in (None, '', '\n', '\r', '\r\n'):
    print(repr(nl), pipe(data.encode(), newline=nl))
    print(repr(nl), pipe(data.encode(), 1, newline=nl))
    print(repr(nl), pipe(data.encode(), 3, newline=nl))
    print(repr(nl), pipe(data.encode(), 'newlines', newline=nl))
for enc in ('utf-16', 'utf-16-le', 'gbk', 'utf-32', 'utf-8-sig', 'big5', 'shift_jis'):
    d = '一b\r\n中文\nx'.encode(enc)
    for n in (None, 1, 2, -1):
        try:
            print(enc, n, pipe(d, n, encoding=enc))
        except Exception as e:
            print(enc, n, type(e).__name__, e)
try:
    print(pipe(b'ok\xff\xfe', 1, encoding='utf-8'))
except UnicodeDecodeError as e: print(e)
try:
    print(pipe(b'ok\n\xe4\xb8', encoding='utf-8'))
except UnicodeDecodeError as e: print(e)
print(pipe(b'ok\n\xe4\xb8', encoding='utf-8', errors='replace'))
print(pipe(b'ok\n\xe4\xb8', 1, encoding='utf-8', errors='replace'))
