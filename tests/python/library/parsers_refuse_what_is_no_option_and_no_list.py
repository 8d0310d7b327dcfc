"""What argparse is given that is no option, no list and no text."""
import argparse
import traceback


def tried(action):
    try:
        print(action())
    except Exception:
        traceback.print_exc()


parser = argparse.ArgumentParser(prog="x")
for action in (
    lambda: parser.parse_args(0),
    lambda: parser.add_argument(""),
    lambda: parser.add_argument(3),
    lambda: parser.add_argument(["-a", "-b"]),
    lambda: argparse.ArgumentParser.add_argument("-s"),
    lambda: parser.parse_args([1]),
    lambda: parser.add_argument("x", 5),
    lambda: parser.add_argument("-u", choices=5),
    lambda: parser.parse_args((3, "x")),
):
    tried(action)
print(parser.parse_args(("-h",)[1:]))
