# `args` of an exception group is what `__init__` was given last, as of any exception: a subclass may take more.
class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code)


class Short(ExceptionGroup):
    def __init__(self, message, exceptions):
        super().__init__(message)


group = Coded("m", [ValueError(1), TypeError(2)], 42)
print(repr(group), group.args, group, group.code)
match, rest = group.split(ValueError)
print(repr(match), repr(rest), match.args, rest.code)
print(repr(Short("a", [ValueError()])), Short("a", [ValueError()]).exceptions)
plain = ExceptionGroup("plain", [KeyError("k")])
print(repr(plain), plain.args)
plain.__init__("other", 5)
print(repr(plain), plain, plain.message, plain.exceptions)
