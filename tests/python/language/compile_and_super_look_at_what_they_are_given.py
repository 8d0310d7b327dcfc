"""`compile` looks at the file's name first, and `super` takes None for no instance."""


class Base:
    def method(self):
        return 1


class Derived(Base):
    def method(self):
        return super().method()

    def given(self):
        return super(Derived, self).method()


def shown(call, *arguments):
    try:
        print(call(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


shown(Derived.method, None)
shown(Derived.given, None)
shown(super, Derived, None)
shown(Derived.method, 3)
shown(compile, "1", 3, b"x")
shown(compile, "1", None, "source", "exec")
shown(compile, "1", "file", None)
shown(compile, "1", "file", "exec", "x")
shown(compile, "1", "file", "bad")
shown(compile, 1, 2, 3)
