"""codecs' functions take an escape that breaks off for wrong, incremental decoders wait; nulls in bytes of source are told of first."""
import ast
import codecs


def said(function, *given):
    try:
        return function(*given)
    except (ValueError, SyntaxError) as error:
        return f'{type(error).__name__} {error}'


for data in ('\\x4', b'\\u12', '\\U', '\\N{x', 'a\\', '\\u00e9', 'é'):
    for more in ((), ('replace',), ('ignore',), ('strict', True), ('strict', False)):
        print(ascii(data), more, said(codecs.unicode_escape_decode, data, *more), said(codecs.raw_unicode_escape_decode, data, *more))
decoder = codecs.getincrementaldecoder('unicode_escape')()
print([decoder.decode(piece) for piece in (b'\\', b'x', b'4', b'1', b'\\u00', b'e9')])
for source in (b'\xff\xfea\0', b'a\0', 'a\0', b'\xef\xbb\xbfx\0'):
    print(source, said(compile, source, '<x>', 'exec'), said(ast.parse, source), said(eval, source))
