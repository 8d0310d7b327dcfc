print(memoryview(b'\xb9\x01\xef').hex(':'), memoryview(b'\xb9\x01\xef').hex(':', 2), memoryview(b'ab').hex(), b'\xb9\x01'.hex('-'))
try:
    enumerate([1], strt=1)
except TypeError as e:
    print(e)
print(list(enumerate('ab', start=1)), list(enumerate(iterable='c')))
