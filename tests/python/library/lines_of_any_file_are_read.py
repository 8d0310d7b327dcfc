# linecache reads files that no code was compiled of.
import linecache
import os

with open('/tmp/words.txt', 'w') as file:
    file.write('first\nsecond')
print(repr(linecache.getline('/tmp/words.txt', 2)), linecache.getlines('/tmp/words.txt'), repr(linecache.getline('/tmp/words.txt', 3)))
with open('/tmp/words.txt', 'a') as file:
    file.write(' and more\n')
print(linecache.getlines('/tmp/words.txt'))
linecache.checkcache('/tmp/words.txt')
print(linecache.getlines('/tmp/words.txt'))
os.unlink('/tmp/words.txt')
linecache.checkcache()
print(linecache.getlines('/tmp/words.txt'), linecache.getlines('/tmp'), linecache.getlines('/tmp/nothing'))
