import sys

half = '\ud83d'
for write in (print, sys.stdout.write):
    try:
        write('before ' + half)
    except UnicodeEncodeError as e:
        print(e)
try:
    print('one', half, 'three')
except UnicodeEncodeError as e:
    print(e)


class Shown:
    def __str__(self):
        return half


try:
    print('two', Shown(), 'three')
except UnicodeEncodeError as e:
    print(e, e.object == half)
print(ascii(half), file=sys.stderr)
sys.stderr.write(half + ' shows\n')
