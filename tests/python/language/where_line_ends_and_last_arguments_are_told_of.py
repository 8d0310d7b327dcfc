"""An error at a line's end spans the comment before it; one about the order of arguments stands behind the last of them;
of names as near as each other the builtins' first is suggested."""
import traceback

SOURCES = [
    "def f()  # no colon\n    pass\n",
    "if x  # é\n    pass\n",
    "class A  # c",
    "import  # what?\n",
    "from a import  # what?\n",
    "x =  # nothing\n",
    "return 1 +  # more\n",
    "f(a=1, b 'x')\n",
    "f(a=1, b(2), c=3)\n",
    "f(a=1, b(2), c=3, d, e=4)\n",
    "f(a=1, b\n  , *c, **d\n)\n",
    "f('{}'.format(*x=))\n",
    "def f( (a: int):\n",
    "def f( (a: int)):\n",
    "lock = Lock(){\nx = 1\n",
    "t.start{()\n",
    "start{()\n",
    "print(5.format(1))\n",
    "5orx\n",
]
for source in SOURCES:
    try:
        compile(source, 'f', 'exec')
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)

for name in 'pint', 'st', 'anex', 'aite', 'opn', 'boo', 'propert', 'ValuError', 'lenn':
    try:
        eval(name)
    except NameError:
        print(traceback.format_exc().splitlines()[-1])
