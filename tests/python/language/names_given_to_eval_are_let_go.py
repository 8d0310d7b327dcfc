# What `eval` and `exec` were given as their names is dropped with the dict: no frame that has ended holds it.
class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

    def next(self):
        return next(self.source)


one = Kept("a name")
eval("one", {"one": one})
del one
print("after eval")

one = Kept("called")
one.source = iter([1])
names = {"one": one}
print(eval("one.next()", names))
del one, names
print("after a call")

one = Kept("local")
eval("[one, one][0]", {}, {"one": one})
del one
print("after locals")

one = Kept("executed")
exec("two = one", {"one": one})
del one
print("after exec")

one = Kept("compiled")
code = compile("one.name", "<names>", "eval")
for _ in range(2):
    print(eval(code, {"one": one}))
del one
print("after code")


def steps(kept):
    try:
        yield 1
    except ValueError:
        yield 2


one = Kept("in a generator")
generator = steps(one)
next(generator)
print(eval("generator.throw(ValueError)", {"generator": generator}))
del one, generator
print("end")
