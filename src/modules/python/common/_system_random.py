"""`random.SystemRandom`: numbers of the system's, the same in every run with the same seed."""
import os as _os
from random import Random as _Random


class SystemRandom(_Random):
    """Numbers from os.urandom."""
    __module__ = 'random'

    def random(self):
        return (int.from_bytes(_os.urandom(7)) >> 3) * 2.0 ** -53

    def getrandbits(self, k):  #: in random.py
        if k < 0:
            raise ValueError('number of bits must be non-negative')  #: 896
        size = (k + 7) // 8
        return int.from_bytes(_os.urandom(size)) >> size * 8 - k

    def randbytes(self, n):
        return _os.urandom(n)

    def seed(self, *args, **kwds):
        pass

    def _notimplemented(self, *args, **kwds):  #: in random.py
        raise NotImplementedError('System entropy source does not have state.')  #: 913

    getstate = setstate = _notimplemented

    def __reduce__(self):
        return type(self), (), self.getstate()


for _method in SystemRandom.random, SystemRandom.getrandbits, SystemRandom.randbytes, SystemRandom.seed, SystemRandom._notimplemented, SystemRandom.__reduce__:
    _method.__module__ = 'random'


def _parser():
    import argparse
    parser = argparse.ArgumentParser(formatter_class=argparse.RawTextHelpFormatter)
    group = parser.add_mutually_exclusive_group()
    group.add_argument('-c', '--choice', nargs='+', help='print a random choice')
    group.add_argument('-i', '--integer', type=int, metavar='N', help='print a random integer between 1 and N inclusive')
    group.add_argument('-f', '--float', type=float, metavar='N',
                       help='print a random floating-point number between 0 and N inclusive')
    group.add_argument('--test', type=int, const=10_000, nargs='?', help=argparse.SUPPRESS)
    parser.add_argument('input', nargs='*', help='''\
if no options given, output depends on the input
    string or multiple: same as --choice
    integer: same as --integer
    float: same as --float''')
    return parser


def main(arg_list=None):
    """What `python -m random` prints for these arguments."""
    from random import choice, randint, uniform
    parser = _parser()
    given = parser.parse_args(arg_list)
    if given.choice:
        return choice(given.choice)
    if given.integer is not None:
        return randint(1, given.integer)
    if given.float is not None:
        return uniform(0, given.float)
    if len(given.input) != 1:
        return choice(given.input) if given.input else parser.format_help()
    text = given.input[0]
    try:
        return randint(1, int(text))
    except ValueError:
        try:
            return uniform(0, float(text))
        except ValueError:
            return choice(text.split())


main.__module__ = 'random'
