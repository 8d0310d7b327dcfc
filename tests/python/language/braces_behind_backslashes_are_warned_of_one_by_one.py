import warnings

sources = (r"f'\{{'", r"f'\{{\{{'", r"f'\d\{{'", r"f'\{{\d'", r"f'\}}\}}'", r"f'\{{{1}\{{'", r"f'\{{\}}'", r"f'a\{{b\{{c'",
           r"f'\\{{\{{'", r"rf'\{{\{{'", "f'''\\{{\n\\{{'''", r"f'\{{\{1}'", r"f'\d{1}\d\{{\e'", r"f'\d{{\e'", r"f'\N{DASH}\{{\N{DASH}'",
           r"f'\d\e'", r"'\{{\{{'")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for source in sources:
        caught.clear()
        try:
            compile(source, 's', 'exec')
        except SyntaxError as exc:
            print(exc)
        print(repr(source), [(str(each.message), each.lineno) for each in caught])
