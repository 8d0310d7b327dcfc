# super() and its attribute are one instruction: carets stand under both.
import traceback


class Base:
    def method(self):
        return 1


class Derived(Base):
    def call(self):
        return super().method()

    def attribute(self):
        return super().method

    def given(self):
        return super(Derived, self).method()

    @staticmethod
    def alone():
        return super().method()

    @staticmethod
    def other(value):
        return super().method()

    def its_class(self):
        return super().__class__

    def missing(self):
        return super().missing()

    def over_lines(self):
        return super(
        ).method(
        )


derived = Derived()
for call in (lambda: Derived.call(3), lambda: Derived.attribute(3), lambda: Derived.given(3), Derived.alone,
             lambda: Derived.other(3), lambda: Derived.its_class(3), derived.missing, lambda: Derived.over_lines(3)):
    try:
        call()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[-1:]:
            print(frame.name, frame.colno, frame.end_colno)
