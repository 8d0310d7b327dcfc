"""cmath's functions of infinities, of what is no number, and of what is nearly too great or too small."""
import cmath

inf, nan = cmath.inf, cmath.nan
values = [-inf, -2.0, -0.0, 0.0, 2.0, inf, nan, 1000.0]


def told(function, *given):
    try:
        found = function(*given)
        return repr(found) if isinstance(found, (tuple, bool)) else f'{found:.6g}'
    except (ValueError, OverflowError) as error:
        return f'{type(error).__name__}: {error}'


for name in 'exp log log10 sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh phase isfinite isinf'.split():
    print(name)
    for real in values:
        print('  ', *(told(getattr(cmath, name), complex(real, imag)) for imag in values), sep=' | ')
for name in 'rect', 'polar':
    print(name)
    for r in values:
        print('  ', *(told(cmath.rect, r, phi) if name == 'rect' else told(cmath.polar, complex(r, phi)) for phi in values), sep=' | ')
for z in 710+2j, 709.9-0j, -710+2j, 1e-310+0j, 1e-310+1e-310j, 1e300+1e300j, 711+0j:
    print(z, *(told(getattr(cmath, name), z) for name in 'exp sinh cosh sqrt log'.split()), sep=' | ')
print(told(cmath.log, complex(inf, 1), 2), told(cmath.log, 2, inf), told(cmath.log, 0))
