"""A compiled string's SyntaxError shows what the tokenizer has in its buffer: the lines of a string or a continued line
that ends where the error is, and a line that has been left without its end."""
import traceback

SOURCES = [
    "x = 1 + \\\n  2 3\n",
    'f("""a\nb""", , 1)\n',
    'f("""é\nb""", , 1)\n',
    'f("""é\nb""", "é", , 1)\n',
    'f(f"""é\nb{1}\n""", "é", , 1)\n',
    'f(f"""é{\n1}\n""", "é", , 1)\n',
    'f("""a\nb""", """c\nd""",\n , 1)\n',
    'x = """a\nb""" y\n',
    "(a\n\n\n",
    "(a\n",
    "(a",
    "class A:\n\n",
    "class A:\n",
    "class A:\n   \n",
    "try:\n  x\n\n",
    'x = (\\\n1,\\ \n2)\n',
    "é = \\\né = 1 \\ \n+ 2\n",
    "f('''a\n''' \\ \n",
    "x = [1,  # \\\n 2 3]\n",
]

for source in SOURCES:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as e:
        print(repr(source), e.args)
        print(*traceback.format_exception_only(e), sep="")
