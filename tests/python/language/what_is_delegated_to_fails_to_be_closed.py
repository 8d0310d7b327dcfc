# A generator that is closed within `yield from` only tells of an error in looking for the iterator's `close`.
class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        raise LookupError('no ' + name)

    def __repr__(self):
        return '<odd>'


def delegating():
    try:
        yield from Odd()
    finally:
        print('left')


for way in 'send', 'close':
    generator = delegating()
    next(generator)
    try:
        if way == 'send':
            generator.send(1)
        else:
            generator.close()
            print('closed')
    except Exception as e:
        print(way, repr(e))

# 20 blocks stand within a loop, 21 in all.
depth = 20
text = 'while True:\n' + ''.join(' ' * n + 'try:\n' for n in range(1, depth + 1)) + ' ' * (depth + 1) + 'break\n'
text += ''.join(' ' * n + 'finally: pass\n' for n in range(depth, 0, -1))
exec(text)
try:
    exec(text.replace('while True:', 'while True:\n while True:').replace('\n ', '\n  ').replace('\n  while', '\n while'))
except SyntaxError as e:
    print(e)
