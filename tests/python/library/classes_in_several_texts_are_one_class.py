"""A class whose methods stand in several texts is among the subclasses of `object` once."""
import decimal
import tarfile
import unittest

for cls in decimal.Decimal, tarfile.TarFile, unittest.TestCase:
    print(cls.__name__, [sub is cls for sub in object.__subclasses__() if sub.__qualname__ == cls.__name__])
print(decimal.Decimal('1.255').quantize(decimal.Decimal('0.01')), decimal.Decimal.quantize.__qualname__)
