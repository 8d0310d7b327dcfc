"""`compile(…, 'single')` takes a compound statement with a line end of its own, or one whose block ends the source."""
SOURCES = [
    "if x: y", "if x: y\n", "if x:\n y", "if x:\n y\n", "for x in y: z", "while 0: x", "def f(): x", "class A: x",
    "with x: y", "try: x\nfinally: y", "try: x\nfinally: y\n", "x", "x; y", "if 0: x\nelse: y", "@d\ndef f(): pass",
    "async def f(): pass", "match x:\n case 1: pass", "if x: y # c", "if x: y;", "if x:\n y\n ", "if x:\n y\n # c",
    "if x:\n  if y: z", "if x:\n y;\\\n z",
]
for source in SOURCES:
    try:
        compile(source, "text", "single")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, repr(error.text))
    else:
        print(repr(source), "is complete")
