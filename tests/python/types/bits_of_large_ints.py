# The operators on bits of ints of many sizes.
import random
random.seed(2)
def r():
    k=random.choice([0,1,7,8,31,32,63,64,65,100,128,200,1000]); n=random.getrandbits(k) if k else 0
    return random.choice([n,-n,~n,1<<k,-(1<<k),(1<<k)-1])
x=0
for k in range(4000):
    a,b=r(),r()
    v=(a&b,a|b,a^b)
    assert v[0]+v[1]==a+b and v[1]-v[0]==v[2] and (a&b)==~(~a|~b), (a,b)
    x=hash((x,v))
    if k%100==0: print(a,b,*v)
print(x, 0xffffffffffffffffffff & 0xf0f0f0f0f0f0f0f0f0f0, (1<<70)|1, -(1<<70)^5, type((1<<64)&3))
