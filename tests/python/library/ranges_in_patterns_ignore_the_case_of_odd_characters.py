"""`[a-b]` with `re.I` takes what is equal but for the case to any character of the range, also the odd ones."""
import re

for pattern, text in (('[9-a]', '_'), ('[9-A]', '_'), ('[J-M]', '\u212a'), ('[\u2129-\u212b]', 'K'), ('[\u2129-\u212b]', 'k'),
                      ('[\u2129-\u212b]', '\xe5'), ('[R-T]', '\u017f'), ('[\u017e-\u0180]', 'S'), ('[\u017e-\u0180]', 's'),
                      ('[\u0411-\u0413]', '\u1c80'), ('[\u1c80-\u1c82]', '\u0412'), ('[\u1c80-\u1c82]', '\u0432'),
                      ('[\ufb04-\ufb05]', '\ufb06'), ('[\ufb06-\ufb07]', '\ufb05'), ('[\xc0-\xde]', '\xf7'),
                      ('[\u03d0-\u03d1]', '\u0392'), ('[^\u2129-\u212b]', 'K'), ('[\u1e9d-\u1e9f]', '\xdf')):
    print(ascii(pattern), ascii(text), bool(re.match(pattern, text, re.I)), bool(re.match(pattern, text, re.I | re.A)))
