"""Contexts: how precisely is computed and rounded, and what raises."""
from _frames import extension as _extension, native as _native, shortcuts as _shortcuts
from _digits import digits as _digits

from _decimal_signals import (Clamped, ConversionSyntax, DivisionByZero, Inexact, InvalidOperation, MAX_EMAX, MAX_PREC,
                              MIN_EMIN, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
                              ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, SignalDict, Underflow, _ORDER,
                              _SIGNALS, _signals)

__name__ = 'decimal'  # where what is here is said to be  #: -


def _way(rounding, context=None):
    """A way of rounding, looked at; the context's where none is given."""
    if rounding is None and context is not None:
        return context.rounding
    if not isinstance(rounding, str) or rounding not in (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
                        ROUND_05UP):
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


def _shown(name):
    """The property that shows a context's table of signals; the table itself stands in the context's own names."""
    def fget(self):
        own = self.__dict__
        if '_' + name not in own:
            own['_' + name] = SignalDict(own[name])
        return own['_' + name]

    def fset(self, value):
        if not isinstance(value, dict | SignalDict):
            raise TypeError('argument must be a signal dict')
        self.__dict__.setdefault(name, {}).update(_signals(value))
    return property(fget, fset)


_RANGES = {'prec': (1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
           'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
           'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
           'capitals': (0, 1, 'valid values for capitals are 0 or 1'), 'clamp': (0, 1, 'valid values for clamp are 0 or 1')}


class Context:
    """Precision, rounding, which signals raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals, self.clamp = 1 if capitals is None else capitals, clamp or 0
        trapped = [InvalidOperation, DivisionByZero, Overflow] if traps is None else traps
        self.__dict__['traps'] = _signals(trapped)
        self.__dict__['flags'] = _signals([] if flags is None else flags)

    flags, traps = map(_shown, ('flags', 'traps'))

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, words = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError('an integer is required')
            if not -1 << 63 <= value < 1 << 63:
                raise OverflowError('Python int too large to convert to C ssize_t')
            if not low <= value <= high:
                raise ValueError(words)
        elif name not in ('rounding', 'flags', 'traps') and type(self) is Context:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        if name == 'rounding':
            _way(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        def names(table):
            return ', '.join(s.__name__ for s in _SIGNALS if table[s])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], '
                f'traps=[{names(self.traps)}])')

    def copy(self):
        own = self.__dict__
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, own['flags'],
                       own['traps'])

    __copy__ = copy

    def __reduce__(self):
        def raised(table):
            return [signal for signal in _SIGNALS if table[signal]]
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            raised(self.flags), raised(self.traps))

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def _signal(self, *conditions):
        """Flags what they stand for; the first that is trapped is raised, with all that are (`dec_addstatus`)."""
        own, trapped = self.__dict__, {}
        for condition in conditions:
            base = condition
            while base not in own['flags']:
                base = base.__mro__[1]
            own['flags'][base] = True
            if own['traps'][base]:
                trapped[base] = condition
        for base in _ORDER if trapped else ():
            if base in trapped:
                raise base([trapped[signal] for signal in _ORDER if signal in trapped])

    def create_decimal(self, num='0', /):
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return Decimal._invalid(self, ConversionSyntax)
        if isinstance(num, str):
            made = Decimal._parsed(num, self, False)
        elif isinstance(num, list | tuple):
            made = Decimal._of_tuple(num)
        else:
            made = Decimal(num, self)
        if made.is_nan() and made._int >= 10 ** (self.prec - self.clamp):
            return Decimal._invalid(self, ConversionSyntax)
        return made._fixed(self)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1


def _named(operation, name):
    operation.__name__, operation.__qualname__ = name, f'Context.{name}'
    return operation


for _name in ('add sub:subtract mul:multiply truediv:divide mod:remainder floordiv:divide_int').split():
    _method, _, _public = _name.partition(':')

    def _make(method):
        def operation(self, x, y, /):
            with _within(self):
                return getattr(Decimal._operand(x), f'__{method}__')(Decimal._operand(y))
        return operation
    setattr(Context, _public or _method, _named(_make(_method), _public or _method))


def _unary(method):
    def operation(self, x, /):
        return getattr(Decimal._operand(x), method)(context=self)
    return _named(operation, method)


for _name in 'sqrt', 'ln', 'log10', 'exp', 'to_integral_value', 'normalize':
    setattr(Context, _name, _unary(_name))


def _by_method(name):
    """A context's method that is a number's, done in that context."""
    def one(self, x, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)())

    def two(self, x, y, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)(y))

    def three(self, x, y, z, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)(y, z))
    return _named(two if name in _OF_TWO else three if name == 'fma' else one, name)


_OF_TWO = ('compare compare_total copy_sign compare_signal compare_total_mag logical_and logical_or logical_xor max_mag '
           'min_mag next_toward rotate max min remainder_near same_quantum scaleb shift').split()
for _name in _OF_TWO + ('copy_abs copy_negate fma is_finite is_infinite is_nan logical_invert is_normal is_qnan is_signed '
                        'is_snan is_subnormal is_zero logb next_minus next_plus number_class to_eng_string '
                        'to_integral_exact to_integral_value').split():
    if _name not in Context.__dict__:
        setattr(Context, _name, _by_method(_name))


def _public(name):
    return lambda function: setattr(Context, name, _named(function, name))


@_public('power')
def _power(self, a, b, modulo=None):
    return _in(self, lambda: pow(Decimal._operand(a), Decimal._operand(b), modulo))


@_public('quantize')
def _quantize(self, x, y, /):
    return Decimal._operand(x).quantize(y, context=self)


@_public('divmod')
def _divmod(self, x, y, /):
    return _in(self, lambda: divmod(Decimal._operand(x), Decimal._operand(y)))


@_public('canonical')
def _canonical(self, x, /):
    if not isinstance(x, Decimal):
        raise TypeError('argument must be a Decimal')
    return x


@_public('is_canonical')
def _is_canonical(self, x, /):
    return _canonical_of(self, x) is x


_canonical_of = Context.canonical
for _name, _work in (('abs', lambda a: abs(a)), ('minus', lambda a: -a), ('plus', lambda a: +a),
                     ('copy_decimal', lambda a: a), ('to_sci_string', lambda a: str(a))):
    def _make(work):
        return lambda self, x, /: _in(self, lambda: work(Decimal._operand(x)))
    setattr(Context, _name, _named(_make(_work), _name))
Context.to_integral = Context.to_integral_value
Context.radix = _named(lambda self: Decimal(10), 'radix')
Context.create_decimal_from_float = _named(lambda self, f, /: self.create_decimal(Decimal.from_float(f)),
                                           'create_decimal_from_float')


def _in(context, work):
    with _within(context):
        return work()


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, traps=[])
_variable = None


def _context_variable():
    global _variable
    if _variable is None:
        import contextvars
        _variable = contextvars.ContextVar('decimal_context')
        _shortcuts(2, Decimal, Rounded, Inexact, _variable)
    return _variable


def getcontext():
    variable = _context_variable()
    found = variable.get(None)
    if found is None:
        found = DefaultContext.copy()
        variable.set(found)
    return found


def _given(context):
    """The context that an argument is, or the current one."""
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _context_variable().set(context)


class _within:
    """Works in a context, whose flags are raised."""

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._old = getcontext()
        _variable.set(self._new)

    def __exit__(self, *exc):
        _variable.set(self._old)


class localcontext:
    """A context for a with block."""

    def __init__(self, ctx=None, **kwargs):
        if ctx is not None and not isinstance(ctx, Context):
            raise TypeError('optional argument must be a context')
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            if name not in _RANGES and name not in ('rounding', 'flags', 'traps'):
                raise TypeError(f'this function got an unexpected keyword argument {name!r}')
            if value is not None:
                setattr(self._new, name, _signals(value) if name in ('flags', 'traps') else value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._old)


def _rounded(sign, number, drop, rounding):
    """`number` without its last `drop` digits, and whether that lost something."""
    if drop <= 0 or not number:
        return number and number * 10 ** -drop, False
    # Far below the last digit that is kept, only that it is more than nothing counts.
    most = len(_digits(number)) + 2
    if drop > most:
        number, drop = 1, most
    scale = 10 ** drop
    kept, rest = divmod(number, scale)
    if not rest:
        return kept, False
    twice = rest * 2
    up = {ROUND_DOWN: False, ROUND_UP: True, ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign),
          ROUND_HALF_UP: twice >= scale, ROUND_HALF_DOWN: twice > scale,
          ROUND_HALF_EVEN: twice > scale or twice == scale and kept & 1, ROUND_05UP: kept % 5 == 0}[rounding]
    return kept + 1 if up else kept, True


def _most(sign, context, rounding):
    """Digits, exponent and kind of what is too large: infinite, or the largest there is."""
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if sign else ROUND_FLOOR):
        return 10 ** context.prec - 1, context.Etop(), None
    return 0, 0, 'F'


_extension(Context)
_native(globals())
