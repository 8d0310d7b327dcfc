import sys

for number in 10**30, 2**31, -10**30, -2**31 - 1:
    for what in "a\tb".expandtabs, b"a".expandtabs, bytearray(b"a").expandtabs, sys.set_int_max_str_digits:
        try:
            print(what(number))
        except OverflowError as e:
            print(what.__name__, number, e)
    try:
        b"ab".hex("-", number)
    except OverflowError as e:
        print("hex", number, e)
print("a\tb".expandtabs(-5), b"a\tb".expandtabs(-2**31), repr("a".expandtabs(2**31 - 1)))
