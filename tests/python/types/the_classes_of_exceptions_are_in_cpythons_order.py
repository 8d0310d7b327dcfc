def show(cls, depth):
    print('    ' * depth + cls.__name__)
    for sub in cls.__subclasses__():
        if sub.__module__ == 'builtins':
            show(sub, depth + 1)


show(BaseException, 0)
