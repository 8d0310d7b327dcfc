# A property that no class has named is called like its getter; staticmethod and classmethod lack what the function they wrap lacks.
def size(self):
    "How large it is."
    return 1


class Made:
    volume = property(size)
    other = property(lambda self: 2)
    nothing = property()


for made in (property(len), property(size), property(lambda self: 1), property()):
    for use in (lambda: made.__set__(1, 2), lambda: made.__delete__(1)):
        try:
            use()
        except AttributeError as error:
            print(error)
print(property(size).__doc__, Made.volume.__doc__)
for name in ("volume", "other", "nothing"):
    for use in (lambda: setattr(Made(), name, 1), lambda: delattr(Made(), name), lambda: getattr(Made(), name)):
        try:
            print(use())
        except AttributeError as error:
            print(error)
for wrapper in (staticmethod, classmethod):
    print(wrapper(size).__name__, wrapper(size).__doc__, wrapper(5).__wrapped__)
    try:
        wrapper(5).__name__
    except AttributeError as error:
        print(error)
