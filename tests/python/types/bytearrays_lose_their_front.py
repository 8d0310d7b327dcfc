# What stands at the front of a bytearray is taken away bit by bit, while bytes are added, read, changed and looked at.
import random

random.seed(7)
mine, model = bytearray(), []
for step in range(4000):
    act = random.randrange(12)
    count = random.randrange(1, 40)
    if act < 4:
        more = bytes(random.randrange(256) for _ in range(count))
        mine += more
        model += more
    elif act < 8:
        del mine[:count]
        del model[:count]
    elif act == 8 and model:
        at = random.randrange(len(model))
        mine[at] = 7
        model[at] = 7
        mine.insert(at, 9)
        model.insert(at, 9)
    elif act == 9 and model:
        assert mine.pop(0) == model.pop(0)
        mine.append(count)
        model.append(count)
    elif act == 10:
        mine[1:3] = b"xyz"
        model[1:3] = b"xyz"
    else:
        mine.reverse()
        model.reverse()
    if step % 50 == 0:
        assert bytes(mine) == bytes(model) and len(mine) == len(model)
        with memoryview(mine) as view:
            assert view.tobytes() == bytes(model)
            try:
                del mine[:1]
            except BufferError as error:
                known = str(error)
            else:
                assert not model
print(len(mine), mine == bytes(model), known)

mine = bytearray(range(20))
del mine[:5]
print(mine[0], mine[-1], mine[2:4], mine.find(bytes([9])), 3 in mine, 7 in mine, list(reversed(mine))[:3])
copy = mine * 2
del mine[:14]
mine += b"end"
mine *= 2
print(mine, copy[:3], mine.index(b"end"), mine.decode("latin-1").encode("latin-1") == mine)
del mine[:]
mine.extend(b"again")
print(mine, len(mine), bool(mine))

window = bytearray(b"0123456789")
window[:4] = b"ab"
window[:2] = b""
del window[0]
del window[-1]
print(window)
window[0:3] = b"xyz"
window[:1] = b"longer"
print(window, len(window))
for _ in range(30):
    del window[:1]
    window.append(33)
print(window)
