# super().name reads the method's first argument as any local variable; super() alone has words of its own.
class Base:
    def greet(self):
        return 'base'


class Derived(Base):
    def called(self):
        del self
        return super().greet()

    def read(self):
        del self
        return super().greet

    def in_a_cell(self):
        def later():
            return self
        del self
        return super().greet()

    def alone(self):
        del self
        return super()

for name in ('called', 'read', 'in_a_cell', 'alone'):
    try:
        getattr(Derived(), name)()
    except Exception as error:
        print(name, type(error).__name__, error)
