"""A backslash before a brace of an f-string is warned of where it stands, other escapes where the string ends."""
import warnings

for source in ('v = f"""\\{1}\n\\z"""', 'w = f"""a\n\\{1} \\d\n\\q"""', 'x = f"""\n{1}\n\\d {2}\n\\w\n"""', 'y = f"\\d\\{1}\\w"',
               "z = f'''\\\\\\{2}\n\\\\{3}'''", 'r = rf"\\{1}"', 'p = """a\n\\d\n\\w"""'):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        compile(source, 'made', 'exec')
    print([(warning.lineno, str(warning.message)) for warning in found])
