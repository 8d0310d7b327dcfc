import array
import io
import re
import struct


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b'abcabc')
match = re.search(b'b', data)
told(lambda: data.append(1))
matches = re.finditer(b'(b)', data)
next(matches)
told(lambda: data.append(2))
del matches
told(lambda: data.append(2))
print(re.sub(b'b', lambda match: told(lambda: data.append(3)) or bytes([65 + match.start()]), data), match.string is data)
print(re.sub(b'b', lambda match: match.string is data and b'!' or b'?', data))
scanner = re.compile(b'.').scanner(data)
told(lambda: data.clear())
del scanner
told(lambda: data.pop())
print(data)


class Place:
    def __index__(self):
        told(lambda: room.append(1))
        return 5


room = bytearray(10)
told(lambda: struct.pack_into('BB', room, 0, 1, Place()))
told(lambda: struct.pack_into('BB', room, Place(), 1, 2))
told(lambda: struct.pack_into('BB', memoryview(room), 1, 2, Place()))
print(room)

with memoryview(room):
    for change in (lambda: room.__imul__(2), lambda: room.__imul__(1), lambda: room.__iadd__(b''), lambda: room.__iadd__(b'x'),
                   lambda: room.extend(b''), lambda: room.extend([1]), lambda: room.__setitem__(slice(0, 1), b'q')):
        told(change)


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, view):
        told(lambda: target.append(1))
        view[:1] = b'k'
        return 1


target = bytearray(3)
told(lambda: io.BufferedReader(Raw()).readinto(target))
print(target)

numbers = array.array('i', [1, 2])
matches = re.finditer(b'.', numbers)
next(matches)
told(lambda: numbers.append(1))
del matches
told(lambda: numbers.append(1))
