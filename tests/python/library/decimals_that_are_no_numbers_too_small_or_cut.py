"""What operations make of NaNs, of numbers below the normal ones, and which flags they raise."""
from decimal import (Context, Decimal, ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, getcontext, localcontext,
                     setcontext)

context = Context(prec=7, Emax=999, Emin=-999, traps=[])
setcontext(context)


def shown(label, work):
    context.clear_flags()
    try:
        found = work()
    except Exception as error:
        found = f'{type(error).__name__}: {error}'
    print(label, '=', found, [signal.__name__ for signal, on in context.flags.items() if on])


plain, far, near = Decimal('41.5'), Decimal('3e9999'), Decimal('3e-9999')
numbers = plain, far, near, Decimal(-2), Decimal('sNaN12'), Decimal('-NaN987654321'), Decimal('-Inf'), Decimal('-0.00')
for name in ('exp ln log10 logb next_minus next_plus normalize sqrt to_integral_value to_integral_exact number_class '
             'logical_invert copy_abs').split():
    for number in numbers:
        shown(f'{name} {number}', lambda: getattr(number, name)())
for number in numbers:
    shown(f'abs {number}', lambda: abs(number))
    shown(f'plus {number}', lambda: +number)
pairs = [(plain, far), (near, plain), (far, plain), (plain, Decimal(3)), (Decimal('sNaN1'), Decimal('sNaN2')),
         (Decimal('NaN5'), Decimal('sNaN6')), (Decimal('NaN'), Decimal('sNaN')), (plain, Decimal('Inf')),
         (Decimal('0.00'), Decimal('1e3'))]
for name in ('compare compare_signal max max_mag min remainder_near rotate scaleb shift next_toward quantize same_quantum '
             '__floordiv__ __mod__ __truediv__').split():
    for number, other in pairs:
        shown(f'{name} {number} {other}', lambda: getattr(number, name)(other))
for three in ('sNaN1', 'sNaN2', 'sNaN3'), ('2', 'NaN2', 'sNaN3'), ('0', 'Inf', 'sNaN7'), ('Inf', '2', 'NaN8'), ('Inf', '0', 'NaN9'):
    shown(f'fma {three}', lambda: context.fma(*map(Decimal, three)))
shown('modulo', lambda: context.power(Decimal('NaN7'), Decimal('NaN5'), Decimal('sNaN3')))
shown('modulo of much', lambda: context.power(Decimal('7e120'), Decimal('9e40'), Decimal(1009)))

# Powers.
for base, power in (('1', '0.5'), ('1.00', '3'), ('1.00', '40'), ('1.0', '-3'), ('1', 'Inf'), ('-2', 'Inf'), ('2', '-Inf'),
                    ('0.5', 'Inf'), ('-Inf', '3'), ('-Inf', '2.5'), ('9', '0.5'), ('10', '1e-99999'), ('71', '-540.3'),
                    ('100', '1e19'), ('100', '-1e25'), ('1.2345', '17'), ('3', '-4'), ('0', '-3'), ('-0.0', '3')):
    shown(f'{base} ** {power}', lambda: Decimal(base) ** Decimal(power))

# Logarithms close to 1, exponentials close to 0.
for name, text in ('ln', '0.99999999999999'), ('log10', '1.0000000000000001'), ('exp', '1e-30'), ('exp', '-1e-9'):
    shown(f'{name} {text}', lambda: getattr(Decimal(text), name)())

# On its way into a context, and on its way to a digit.
for text in 'x', '1e99999999999999999999', '-1e-99999999999999999999', '1e1000', 'NaN12345678', '0e-99999999999999999999', ' 1':
    shown(f'number {text!r}', lambda: Decimal(text))
    shown(f'create {text!r}', lambda: context.create_decimal(text))
for digits in (1, (), 2**63 - 1), (1, (4, 2), -2**63), (1, (), 2**63), (0, (7,) * 9, 'n'), (0, (1, 2), 'N'):
    shown(f'number {digits}', lambda: Decimal(digits))
    shown(f'create {digits}', lambda: context.create_decimal(digits))
shown('too small', lambda: Decimal('1e-999') - Decimal('1e-1012'))
shown('quantized', lambda: Decimal('1.5e-999').quantize(Decimal('1e-1001')))
shown('nothing quantized', lambda: Decimal('0.00').quantize(Decimal('1e3')))
for rounding in ROUND_UP, ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, [], 'half':
    shown(f'rounding {rounding}', lambda: Decimal('-7.35').to_integral_exact(rounding))
shown('round', lambda: round(Decimal('1.5'), 2**63))
with localcontext(clamp=1) as clamped:
    print(clamped.normalize(Decimal('9.9999000E+999')), clamped.create_decimal('NaN1234567'), clamped.create_decimal('NaN123456'))
with localcontext(capitals=0):
    print(*(format(Decimal('6.09E+23'), kind) for kind in ('', '#', '.2', 'g', 'E', '12')))
for wrong in {'flags': (0, 1)}, {'traps': 0}, {'flags': {}}, {'traps': ['x']}:
    shown(wrong, lambda: Context(**wrong))
