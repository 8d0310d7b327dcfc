from zlib import crc32
sum = 0
def h(x):
    global sum
    sum = crc32(ascii(x).encode(), sum)
for s in ('','a','aaa','hello world','abcabc','日本語日本','a日b日','\U0001f600a\U0001f600','é×é','xé'*20,'\n'*3+'a','a'*8+'b'+'c'*20,'\x80\x00\x81'*9):
    print(ascii(s), sum)
    for o in ('','a','l','bc','日','日本','\U0001f600','é','b','\n','\x81','\x80\x00','zz'):
        for n in ('','a','XY','日','é','\U0001f600','b'):
            h(s.replace(o,n)); h(s.replace(o,n,1)); h(s.replace(o,n,0))
            h(s.find(o)); h(s.count(o)); 
            b=s.encode(); h(b.replace(o.encode(),n.encode())); h(b.find(o.encode()))
print(sum)
t='hello'; print(t.replace('z','y') is t)
