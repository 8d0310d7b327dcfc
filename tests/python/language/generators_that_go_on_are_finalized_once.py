# A generator that yields when it is closed is told of once, and goes.
import gc


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('ignored')


left = ignores()
next(left)
try:
    left.close()
except RuntimeError as e:
    print(e)
del left
gc.collect()
print('end')
