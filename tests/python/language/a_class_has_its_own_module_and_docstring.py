# What a class body gets without saying so is its own, whatever names the function around it has.
def make(base):
    __module__ = "elsewhere"
    __qualname__ = "Other"
    __doc__ = "of the function"
    __type_params__ = 3
    __static_attributes__ = __firstlineno__ = 0

    class Made(base):
        "of the class"

        def who(self):
            self.seen = __class__
            return __class__

    class Generic[T](base):
        def who(self):
            return super().__init__() or T

    Made.__module__ = __module__
    return Made, Generic, lambda: (__qualname__, __doc__, __type_params__, __static_attributes__, __firstlineno__)


made, generic, kept = make(type("Base", (), {}))
print(made, made.__module__, made.__qualname__, made.__doc__, made.__static_attributes__, made().who(), kept())
print(generic, generic.__module__, generic.__type_params__, generic().who(), generic.__firstlineno__)
