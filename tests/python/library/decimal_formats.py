from decimal import Decimal as D
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for v in ('1234567.891','0','-1E+3','1.5E-9','NaN','-Infinity','123','sNaN12','0E+5','1E+30'):
    for s in ('n','N','.3n','20n','020n','+n',',n','_n','<12n','.2N','e','E','g','G','f','F','%',',f','.0f','zf','#f','_f','x','d','s','c','z.1n','.1%','NN','*^20n','=+20n', ' n','05','z','.3', ',', '_', ',.2f','012,.2f', '-15,.1n'):
        t(lambda: (v, s, format(D(v), s)))
