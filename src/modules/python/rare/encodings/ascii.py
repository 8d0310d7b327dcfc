"""The codec of ascii, as `codecs` has it."""
from _codec_names import names_of

globals().update(names_of('ascii'))
