# os.strerror has the C library's words for all numbers.
import errno
import os

for number in range(-1, 136):
    print(number, errno.errorcode.get(number), os.strerror(number))
print(os.strerror(2**31 - 1))
for wrong in 2**31, 'x', 2.0, None:
    try:
        os.strerror(wrong)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
