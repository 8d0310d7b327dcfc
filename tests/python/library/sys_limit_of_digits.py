# sys.set_int_max_str_digits says how many digits str and int make or take; decimal is not concerned.
import decimal
import sys


def attempt(what):
    try:
        print(what())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


big = 10**5000
print(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)
attempt(lambda: len(str(big)))
attempt(lambda: int("9" * 4301) > 0)
attempt(lambda: len(f"{big:,}"))
attempt(lambda: len("%d" % big))
decimal.getcontext().prec = 5000
print(len(str(decimal.Decimal(2).sqrt())), str(decimal.Decimal(1) / 7)[-7:], decimal.Decimal("1" * 4400) % 1000)

sys.set_int_max_str_digits(0)
print(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)
attempt(lambda: len(str(big)))
attempt(lambda: len(repr([big, -big])))
attempt(lambda: int("9" * 6001) == 10**6001 - 1)
attempt(lambda: int(b"9" * 6001) == int(bytearray(b"9" * 6001)))
attempt(lambda: len(f"{big:,}"))
attempt(lambda: len("%d" % big))
attempt(lambda: len(str(3**200000)))

sys.set_int_max_str_digits(maxdigits=640)
attempt(lambda: len(str(10**640)))
attempt(lambda: len(str(10**639)))
for wrong in 639, -1, True, "a", 2.5, 10**20:
    attempt(lambda: sys.set_int_max_str_digits(wrong))
attempt(lambda: sys.set_int_max_str_digits())
attempt(lambda: sys.get_int_max_str_digits(1))
