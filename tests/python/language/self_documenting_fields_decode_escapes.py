"""Escapes in the text of `{text = }` are decoded as those around it, but not in raw f-strings, nor in format specs."""


class Shown:
    def __format__(self, spec):
        return spec


print(f'{len("a\nb")=}')
print(ascii(f'{"\N{DIGIT ONE}" = !s:>4}|\t|{"é\x41"=}'))
print(ascii(f'{"\udc80"=}'), ascii(f'{"\\"=}'))
print(ascii(rf'{"\t"=}'), ascii(fR"""{'''
\x41'''=}"""))
print(ascii(f'''{"one \
two"=}'''))
print(ascii(f'{Shown():{"\x31"=}}'))
print(ascii(f'{"\t"=}' rf'{"\t"=}' f'{"\t"=}'))
print(ascii(f"""{(1,  # a comment's\n
          2)=}"""))
