"""`os.sendfile` copies bytes from one open file to another, from a place or from where the file stands."""
import os

with open('source.txt', 'wb') as source:
    source.write(b'0123456789')
with open('source.txt', 'rb') as source, open('target.txt', 'wb') as target:
    print(os.sendfile(target.fileno(), source.fileno(), 2, 5), source.tell())
    print(os.sendfile(target.fileno(), source.fileno(), None, 4))
    print(os.sendfile(target.fileno(), source.fileno(), 8, 100))
    print(os.sendfile(target.fileno(), source.fileno(), 10, 1))
print(open('target.txt').read())
os.remove('source.txt')
os.remove('target.txt')
