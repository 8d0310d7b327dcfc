# A generator that nothing but a name and a list hold when the program ends, with no object that has a finalizer.
# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
NAME = 'still here'


def steps(of):
    try:
        yield 1
    finally:
        print('closed', of, NAME)


one = steps('one')
many = [steps('first'), steps('second')]
for each in many:
    next(each)
next(one)
print('end')
