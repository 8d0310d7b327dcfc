"""The codec of iso8859-1, as `codecs` has it."""
import codecs as _codecs


def getregentry():
    return _codecs.lookup('iso8859-1')


_codec = getregentry()
encode, decode = _codec.encode, _codec.decode
IncrementalEncoder, IncrementalDecoder = _codec.incrementalencoder, _codec.incrementaldecoder
StreamReader, StreamWriter = _codec.streamreader, _codec.streamwriter
