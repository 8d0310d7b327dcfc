"""The codec of iso8859-1, as `codecs` has it."""
from _codec_names import names_of

globals().update(names_of('iso8859-1'))
