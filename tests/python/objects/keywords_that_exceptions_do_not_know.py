class Mine(ImportError):
    pass


for make in [
    lambda: ImportError("a", namez="b"),
    lambda: ImportError("a", foo="b"),
    lambda: ImportError("a", name="b", path="c", name_from="d"),
    lambda: ImportError("a", name="b", path="c", name_from="d", foo="e"),
    lambda: AttributeError("a", nam="b"),
    lambda: AttributeError("a", name="b", obj=1),
    lambda: AttributeError("a", name="b", obj=1, other=2),
    lambda: NameError("a", nam="b"),
    lambda: NameError("a", name="b", obj=1),
    lambda: Mine("a", pth="b"),
    lambda: Exception(x=1),
    lambda: ValueError("a", x=1),
]:
    try:
        print(repr(make()))
    except TypeError as error:
        print(error)
