import warnings
warnings.simplefilter('error')
def f():
    o = open('/tmp/xx_k14', 'wb')
    o.write(b'x')
f()
open('/tmp/xx_k14', 'wb', buffering=0)
open('/tmp/xx_k14', encoding='utf-8').read()
warnings.simplefilter('always')
open('/tmp/xx_k14', encoding='utf-8').read()
data = open('/tmp/xx_k14', 'rb').read()
with warnings.catch_warnings(record=True) as w:
    open('/tmp/xx_k14', encoding='utf-8').read()
print([str(x.message) for x in w])
x = open('/tmp/xx_k14', encoding='utf-8')
print('end')
