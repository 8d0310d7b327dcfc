import hashlib
import unicodedata

for character in 'aé\xa0½²ﬁａ가ᄀÅǄ㍐﷽\u1f71\u0344\U0001d160\u3307\ufb2c':
    print(ascii(character), repr(unicodedata.decomposition(character)))
told = hashlib.sha256()
for start in 0x80, 0x1e00, 0x2000, 0x3200, 0xf900, 0x1d100:
    for point in range(start, start + 0x500):
        told.update(unicodedata.decomposition(chr(point)).encode() + b'\n')
print(told.hexdigest())
try:
    unicodedata.decomposition('ab')
except TypeError as error:
    print(error)
