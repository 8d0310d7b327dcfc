import decimal


class Outer:
    class D:
        pass


try:
    decimal.Decimal.__dict__['from_float'].__get__(None, Outer.D)(1.0)
except TypeError as e:
    print(e)
