"""A backslash before a letter that is no ASCII is not warned about; one before the next letter is."""
import warnings

for source in [r"'\é'", r"'\你'", r"f'\é{1}'", r"'\é\d'", r"f'\你{1}\d'", r"f'{1:\é}'", r"b'\d'"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "text", "eval")
            print(ascii(source), *(warning.message for warning in caught))
        except SyntaxError as error:
            print(ascii(source), error)
