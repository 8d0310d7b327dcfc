# What is written to a file gets there by blocks of the file system, and what a text stream holds back by 8192 bytes.
import io
import os


def sizes(path, opened, pieces):
    seen = []
    with opened as file:
        for piece in pieces:
            file.write(piece)
            seen.append(os.path.getsize(path))
    return sorted(set(seen)), os.path.getsize(path)


print(sizes('/tmp/w1', open('/tmp/w1','w'), ['x'*100+'\n']*400))
print(sizes('/tmp/w1', open('/tmp/w1','w'), ['é'*1000+'\n']*20))
print(sizes('/tmp/w1', open('/tmp/w1','w'), ['x'*8192, 'y', 'z'*9000, 'q'*8191, 'r','s']))
print(sizes('/tmp/w1', open('/tmp/w1','wb'), [b'x'*100]*400))
print(sizes('/tmp/w1', open('/tmp/w1','wb',1000), [b'x'*300]*20))
print(sizes('/tmp/w1', open('/tmp/w1','w',1), ['a','b\n','c']))


class Told(io.BytesIO):
    def write(self, data):
        print('write', len(data))
        return super().write(data)


t=io.TextIOWrapper(Told(), encoding='utf-8')
for p in 'abc','x'*8189,'y','z'*9000,'q'*8190,'rs','t': print(len(p)); t.write(p)
t.close()
try: open('/tmp/w4','w',newline='bad')
except ValueError as e: print(e)
open('/tmp/w2','wb').write(b'q'*20000)
with open('/tmp/w2','rb') as f: print(len(f.peek()), len(f.read(10)), len(f.peek()), len(f.read1(100000)), len(f.read1()))
with open('/tmp/w2','rb',100) as f: print(len(f.peek()), len(f.read1()))
with open('/tmp/w2','r+') as f:
    f.write('abc'); print(os.path.getsize('/tmp/w2'), open('/tmp/w2').read(3)); f.flush(); print(open('/tmp/w2').read(3))
with open('/tmp/w3','w') as f:
    print('a'*5000, file=f); print(os.path.getsize('/tmp/w3')); print('b'*5000, file=f); print(os.path.getsize('/tmp/w3')); f.writelines(['c'*3000]*5); print(os.path.getsize('/tmp/w3'))
