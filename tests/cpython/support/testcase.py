"""In place of `test.support.testcase`: further assertions."""
import math


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, found, wanted):
        """Groups are alike by their messages and what is in them, other exceptions by class and first argument."""
        if found is None or wanted is None:
            self.assertIs(found, wanted)
        elif isinstance(found, ExceptionGroup):
            self.assertEqual(found.message, wanted.message)
            self.assertEqual(len(found.exceptions), len(wanted.exceptions))
            for pair in zip(found.exceptions, wanted.exceptions):
                self.assertExceptionIsLike(*pair)
        else:
            self.assertEqual((type(found), found.args[:1]), (type(wanted), wanted.args[:1]))


class FloatsAreIdenticalMixin:
    def assertFloatsAreIdentical(self, x, y):
        both_nan = math.isnan(x) and math.isnan(y)
        same = x == y and math.copysign(1, x) == math.copysign(1, y)
        self.assertTrue(both_nan or same, f'{x!r} is not {y!r}')


class ComplexesAreIdenticalMixin(FloatsAreIdenticalMixin):
    def assertComplexesAreIdentical(self, a, b):
        self.assertFloatsAreIdentical(a.real, b.real)
        self.assertFloatsAreIdentical(a.imag, b.imag)
