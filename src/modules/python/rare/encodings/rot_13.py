"""The codec of rot13, as `codecs` has it."""
import codecs
from _codec_names import names_of

globals().update(names_of('rot13'))
rot13_map = codecs.make_identity_dict(range(256))
rot13_map.update((ord(c), ord(codecs.encode(c, 'rot13'))) for c in codecs._low + codecs._low.upper())


def rot13(infile, outfile):
    """Copies a text from one file to another, each letter turned."""
    outfile.write(codecs.encode(infile.read(), 'rot-13'))
