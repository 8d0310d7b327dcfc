import textwrap, string
t = """The quick-brown fox jumped over the lazy dog -- it's a well-known story; co-operation, e.g. 3-4 and a-b.  Twice   spaced.
New line	tab. "Quoted end." And supercalifragilisticexpialidocious-word here."""
for w in (10, 20, 33, 50):
    print(w); print(textwrap.fill(t, w)); print(textwrap.wrap(t, w, break_on_hyphens=False, break_long_words=False, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(t, 40), textwrap.shorten(t, 40, placeholder='...'), textwrap.shorten('', 5), sep='|')
print(textwrap.wrap(t, 30, max_lines=2), textwrap.wrap('a b. C d', 40, fix_sentence_endings=True), textwrap.wrap('', 3), textwrap.wrap('   lead', 4, drop_whitespace=False))
print(textwrap.dedent('  a\n   b\n\n  c'), textwrap.indent('a\n\nb', '> '))
f = string.Formatter()
print(f.format('{} {} {x!r:>{w}} {0}' if 0 else '{} {} {x!r:>{w}} {{lit}}', 1, 2, x='a', w=6), list(f.parse('a{b}c{d!r:>{w}}{{}}')))
print(f.vformat('{0[a]} {1.real} {0}', ({'a': 5}, 3), {}), f.get_field('0.real', (7,), {}))
class D(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f'<{k}>') if isinstance(k, str) else super().get_value(k, a, kw)
print(D().format('{a} {b}', a=1))
for bad in ('{', '}', '{0} {}', '{!x}', '{a', '{0!z}'):
    try: print(f.format(bad, 1))
    except Exception as e: print(type(e).__name__, e)
