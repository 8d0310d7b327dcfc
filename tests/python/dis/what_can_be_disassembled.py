# Methods, classes, code that compile and exec have made, two lambdas of a line, the end of a traceback; and what cannot.
import dis
import sys


class Shape:
    sides = 4
    double = lambda self: self.sides * 2

    def area(self, width):
        return width * self.sides

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def unit():
        return 1

    @property
    def name(self):
        return "shape"

    class Corner:
        def angle(self):
            return 90


dis.dis(Shape)
dis.dis(Shape().area)
dis.dis(compile("x = 1\nprint(x)\n", "<text>", "exec"))
dis.dis(compile("(x,\n y)", "<text>", "eval"))
names = {}
exec("def made(a):\n    return [a, *a]\n", names)
dis.dis(names["made"])
one, two = lambda x: x + 1, lambda x: x * 2
dis.dis(two)
dis.dis(eval("lambda q: q.r"))


def fails(a):
    number = len(a)
    return a.nothing(
        number) / 0


try:
    fails("x")
except AttributeError as error:
    dis.distb(error.__traceback__.tb_next)
    print(dis.Bytecode.from_traceback(error.__traceback__).dis())
    sys.last_exc = error
    dis.dis()
for wrong in 1, [2], print, None:
    del sys.__dict__[("last_exc" if hasattr(sys, "last_exc") else "argv")]
    try:
        dis.dis(wrong)
    except (TypeError, RuntimeError) as error:
        print(error)
for function in dis.code_info, dis.Bytecode, dis.get_instructions:
    try:
        function(3.5)
    except TypeError as error:
        print(error)
