class D:
    def __init__(self, name="D"):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __len__(self):
        return 3

    def __add__(self, other):
        return 1

    def method(self):
        return 2

    def __getitem__(self, key):
        return key


print(len([D("in a list")]), "x")
print(len(D("len")), "after len")
print(D("operand") + 1, "after add")
print(D("method").method(), "after method")
print(D("subscript")["key"], "after subscript")
print(D("attribute").name, "after attribute")
print([D("display")] and "y", "after display")
D("statement")
print("after statement")
x = D("rebound")
x = None
print("after rebinding")
y = D("deleted")
del y
print("after del")


def function(argument):
    print("in function")


function(D("argument"))
print("after call")
for item in [D("loop 1"), D("loop 2")]:
    print("item", item.name)
item = None
print("after loop")
print(f"{D('f-string').name}", "after f-string")
if not D("condition"):
    print("no")
print("after condition")
try:
    raise ValueError(D("in exception"))
except ValueError as error:
    print("handled", len(error.args))
print("after except")
