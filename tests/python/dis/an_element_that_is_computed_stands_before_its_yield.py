"""What a generator yields is at the place of the yield: where it is computed and where the generator waits are told apart."""
import sys
import dis


def here():
    return sys._getframe(1).f_lasti


def numbers():
    yield here()
    yield 1 / 0


generator = (here() for _ in range(2))
print(next(generator), generator.gi_frame.f_lasti, next(generator))
generator = numbers()
print(next(generator), generator.gi_frame.f_lasti)
try:
    next(generator)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lasti)
try:
    list(1 / 0 for _ in '1')
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lasti)
generator = numbers()
next(generator)
try:
    generator.throw(KeyError)
except KeyError as error:
    print(error.__traceback__.tb_next.tb_lasti)
