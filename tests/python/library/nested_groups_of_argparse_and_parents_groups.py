import argparse

parent = argparse.ArgumentParser(add_help=False)
settings = parent.add_argument_group("settings", "What holds for all.")
settings.add_argument("--level")
either = settings.add_mutually_exclusive_group(required=True)
either.add_argument("--file")
either.add_argument("--port", type=int)
child = argparse.ArgumentParser(prog="child", parents=[parent])
child.add_argument("--own")
parent.prog = "parent"
parent.print_help()
child.print_help()
print(child.parse_args(["--port", "5"]))

inner = child.add_argument_group("outer").add_argument_group("inner")
inner.add_argument("--deep")
one = child.add_mutually_exclusive_group()
two = one.add_mutually_exclusive_group()
two.add_argument("-x")
for wrong in ({"title": "either"}, {"required": True, "description": "?"}):
    try:
        child.add_mutually_exclusive_group(**wrong)
    except TypeError as error:
        print(error)
print(child.parse_args(["--file", "a", "-x", "1", "--deep", "2"]))
