"""«import a from b» is told apart only where a name follows, and nothing was renamed before."""
for source in "import a from 3", "import a.b, c from 'x'", "import a as b, c from d", "import a from b.c", "import a, b from c":
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as e:
        print(source, e.args[0], e.offset, e.end_offset)
