"""A class lists what functions within its methods assign to `self`; a class within has a list of its own."""


class Outer:
    def method(self):
        self.plain = 1

        def within(self, values):
            self.deeper = 6
            for self.each in values:
                pass

        class Inner:
            def method(self):
                self.inner = 1

            self.body = 2

        return within, Inner


print(sorted(Outer.__static_attributes__))
within, inner = Outer().method()
print(inner.__static_attributes__, within.__name__)
