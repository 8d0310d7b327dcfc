# decimal's methods look at the context and the way of rounding before they convert the operand.
from decimal import *
D=Decimal
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
for n in ('compare','compare_signal','compare_total','compare_total_mag','copy_sign','fma','logical_and','logical_or','logical_xor','max','max_mag','min','min_mag','next_toward','quantize','remainder_near','rotate','same_quantum','scaleb','shift'):
    f=getattr(D(7),n); k=('x',) if n!='fma' else ('x','y')
    t(f,*k); t(f,*k,context=3) if n!='copy_sign' or 1 else 0
    t(f,*k,3)
    t(f,1.5,*k[1:])
    t(f,None,*k[1:])
t(D(1).quantize, 'a', 'x'); t(D(1).quantize, 1, 'x'); t(D(1).quantize, 'a', 'x', 3); t(D(1).quantize, D('0.1'), ROUND_UP, None); t(D(1).quantize,D(1),5)
for n in ('exp','ln','log10','sqrt','next_minus','next_plus','normalize','to_eng_string','logb','logical_invert','number_class','is_normal','is_subnormal','copy_abs','copy_negate','to_integral','to_integral_exact','to_integral_value','canonical','radix','is_nan'):
    t(getattr(D(7),n), context=3)
    t(getattr(D(7),n), 'q')
