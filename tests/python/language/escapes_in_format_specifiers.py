import warnings


class Spec:
    def __format__(self, spec):
        return repr(spec)


s = Spec()
print(f"{s:\x41\n}", rf"{s:\x41}", rf"{s:\n}", rf"\x41{s:a\tb}", rf"{s:{1}\x41}")
sources = [
    r"f'{a:%\x}'", r"f'{a:\u12}'", r"f'{a:{b}\x}'", r"f'{a:\N{no such}}'", r"f'{a:\N}'", r"f'{a:é\x}'", r"rf'{a:\xz{b}}'",
    "f'''{a:\n\\x}\n'''", r"f'\x{a}'", "f'''\n\\x\n'''",
    'f"""a\n\\d{s:\\q} \\q\n"""', 'f"""a\n{s:\\d {\n1} \\q}\n\n"""', r'f"\d{s:\a\q}\y"', r'rf"\d{s:\a\q}\y"',
    'f"""a\n\\d{f"\\q"}\n"""', '"\\d" f"""a\n\\d{1}\n""" "\\m"', "f'{\n\"\\d\"}'", "f'''{a:\\d{b:\\q}\\m}\n'''",
]
for source in sources:
    print(repr(source))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "n", "exec")
        except SyntaxError as e:
            print(" ", type(e).__name__, e.msg, e.lineno, e.offset)
        except UnicodeDecodeError as e:
            print(" ", type(e).__name__, e, e.args)
    for warning in caught:
        print(" ", warning.category.__name__, warning.message, warning.lineno)
print(f"""
\d {s}
  \q
""")
