data = bytearray(b'abcdefgh')
view = memoryview(data)
print(view.shape, view.strides, view.suboffsets, view.ndim, view.format, view.itemsize, view.nbytes, view.readonly,
      view.contiguous, view.c_contiguous, view.f_contiguous, len(view), view.obj is data)
odd = view[1::2]
print(odd.shape, odd.strides, odd.contiguous, odd.tobytes(), odd.tolist(), odd.hex('-'), bytes(odd), odd[1], odd[-1])
odd[0] = 66
back = view[::-1]
print(data, back.tobytes(), back[0], back.strides, odd[::-1].tolist(), odd == b'Bdfh', odd == memoryview(b'Bdfh'))
odd[1:3] = b'XY'
view[0:2] = memoryview(b'zz')
print(data)


def attempt(text):
    try:
        print(text, eval(text))
    except (TypeError, ValueError, IndexError, BufferError) as exc:
        print(text, type(exc).__name__, exc)


frozen = memoryview(b'abc')
ints = memoryview(bytearray(16)).cast('i')
ints[0], ints[1], ints[-1] = 7, -1, 2 ** 31 - 1
print(ints.tolist(), ints.format, ints.itemsize, ints.shape, ints.strides, ints.nbytes, ints.cast('B')[0:5].tolist())
print(ints[::2].tolist(), ints[::2].tobytes(), ints == ints[:], ints.cast('B') == ints)
for code in 'bBhHiIlLqQfd?':
    wide = memoryview(bytearray(8)).cast(code)
    wide[0] = 1
    print(code, wide[0], wide.itemsize, len(wide), wide.tobytes()[:2])
print(memoryview(b'ab').cast('c').tolist(), memoryview(b'\xff' * 8).cast('Q')[0], memoryview(b'\xff' * 8).cast('@q')[0])
for text in ['view[99]', 'view["a"]', 'view.__setitem__(0, 256)', 'view.__setitem__(0, "a")', 'ints.__setitem__(0, 2**31)',
             'frozen.__setitem__(0, 1)', 'view.__setitem__(slice(0, 2), b"abc")', 'view.__delitem__(0)',
             'frozen.__delitem__(0)', 'view.cast("zz")', 'view[:3].cast("i")', 'ints.cast("d")', 'odd.cast("b")',
             'hash(view)', 'hash(frozen) == hash(b"abc")', 'hash(memoryview(bytes(8)).cast("i"))', 'view.toreadonly()[0]',
             'view.toreadonly().readonly', 'view.toreadonly().__setitem__(0, 1)', 'data.append(1)', 'data.pop()',
             'data.clear()', 'data.extend(b"x")', 'data.__delitem__(0)', 'data.insert(0, 1)', 'data.remove(122)',
             'data.__setitem__(slice(0, 2), b"abc")', 'data.__setitem__(slice(0, 2), b"yy")', 'data.__iadd__(b"x")',
             'data', 'list(reversed(view))[:2]', '122 in view', 'list(view)[:2]', 'memoryview(view)[0]', 'memoryview("a")']:
    attempt(text)
for each in (view, odd, back, ints):
    each.release()
view.release()
for text in ['view[0]', 'len(view)', 'view.tobytes()', 'view.nbytes', 'view.format', 'view.shape', 'view.__enter__()',
             'view == view', 'view == frozen', 'memoryview(view)', 'str(view)[:17]']:
    attempt(text)
wide = each = None
data.append(33)
print(data)
with memoryview(data) as seen:
    attempt('data.append(1)')
    print(seen[:3].tobytes())
data.append(34)
print(data)
