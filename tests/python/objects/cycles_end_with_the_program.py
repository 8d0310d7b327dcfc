"""At the end of the program what refers only to itself is collected before the module's names go."""
import sys


class Loud:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name, file=sys.stderr)


class Quiet:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, file=sys.stderr)


def use():
    return kept


Loud("first: garbage already")
kept = Loud("kept")
plain = Quiet("plain")
Loud("second: garbage already")
print("end")
