"""The codec of utf-8, as `codecs` has it."""
from _codec_names import names_of

globals().update(names_of('utf-8'))
