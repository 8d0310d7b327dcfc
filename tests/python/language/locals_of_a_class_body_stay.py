class C:
    a=1
    ns=locals()
print(C.ns.get('a'), list(C.ns)[:2])
C.a=3
print(C.ns['a'], C.a)
