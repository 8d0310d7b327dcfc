import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2))
print(math.ceil(1.2), math.floor(-1.2), math.trunc(-1.7), math.ceil(3), math.fabs(-2))
print(math.gcd(12, 18), math.lcm(4, 6), math.gcd(), math.lcm(), math.isqrt(99), math.factorial(20), math.factorial(30))
print(math.comb(10, 3), math.perm(5, 2), math.perm(4), math.comb(3, 5), math.comb(100, 50))
print(math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.degrees(math.pi), math.radians(180), math.atan2(1, -1))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.prod([1.5, 2], start=2), math.sumprod([1, 2], [3, 4]))
print(math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fmod(7, -3), math.remainder(7, 4))
print(math.nextafter(1, 2), math.ulp(1), math.cbrt(27), math.exp2(10), math.expm1(1e-5), math.log1p(1e-5), math.gamma(5), math.lgamma(10), math.erf(0.5))
print(math.log(10 ** 400), math.pow(2, 0.5), math.sinh(1), math.cosh(1), math.tanh(1), math.acos(0.5), math.asin(0.5), math.atan(1))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1),
               lambda: math.factorial(1.5), lambda: math.sqrt('a'), lambda: math.acos(2), lambda: math.pow(0, -1),
               lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.floor('x'), lambda: math.gcd(1.5),
               lambda: math.sqrt(), lambda: math.dist((1,), (1, 2)), lambda: math.fmod(1, 0), lambda: math.log(2, 1),
               lambda: math.trunc('x'), lambda: math.ceil(math.inf), lambda: math.floor(math.nan), lambda: math.log(-1.5),
               lambda: math.isclose(1, 1, rel_tol=-1), lambda: math.gamma(-1)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Money:
    def __ceil__(self):
        return 'ceil'

    def __float__(self):
        return 2.25


print(math.ceil(Money()), math.sqrt(Money()))
