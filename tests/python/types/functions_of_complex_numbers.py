"""cmath on both sides of its branch cuts, and what it refuses."""
import cmath
import math

NUMBERS = [0.5, 1, -1, 2, -2, 1j, -1j, 2j, 1 + 1j, -0.3 + 0.7j, 3 - 4j, -2 + 0j, complex(-2, -0.0), 1e-3 + 1e-3j, 0.9999, 0]
for name in ('exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar').split():
    row = []
    for number in NUMBERS:
        try:
            found = getattr(cmath, name)(number)
        except (ValueError, OverflowError) as e:
            row.append(f'{type(e).__name__}: {e}')
            continue
        row.append(str(found) if isinstance(found, (tuple, float)) else f'{found.real:.12g} {found.imag:.12g}')
    print(name, row)
for wrong in '1', None, [1]:
    try:
        print(cmath.sqrt(wrong))
    except TypeError as e:
        print(e)
print(cmath.log(8, 2), cmath.isclose(1 + 1e-10j, 1), cmath.infj, cmath.rect(1, math.pi / 2))
print(math.cos(1e10), math.sin(1e300), math.tan(5e8), cmath.cos(1e10 + 1j))
