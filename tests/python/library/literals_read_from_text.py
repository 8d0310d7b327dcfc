import ast
for s in ("1", " [1, 2.5, 'a', b'x', None, True]", "{'a': (1, 2), 'b': {3, 4}, 'c': {}}", "-5", "+3.5", "1+2j", "-1-2j", "()", "(1,)", "(1)", "set()", "'a' 'b'", '"""x\ny"""', "...", "0x1F", "1_000", "[]", "{1,}", "r'a\\n'", "[[1],[2,[3]]]", "1e5", "'it\\'s'", "u'x'"):
    print(repr(ast.literal_eval(s)))
for s in ("a", "f(1)", "1+1", "[a]", "{'a': x}", "", "1 +", "[1", "__import__('os')", "1 if 2 else 3", "-'a'", "x.y", "'a'+'b'"):
    try: print(ast.literal_eval(s))
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
