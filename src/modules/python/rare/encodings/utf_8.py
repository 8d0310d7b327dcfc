"""The codec of utf-8, as `codecs` has it."""
import codecs as _codecs


def getregentry():
    return _codecs.lookup('utf-8')


_codec = getregentry()
encode, decode = _codec.encode, _codec.decode
IncrementalEncoder, IncrementalDecoder = _codec.incrementalencoder, _codec.incrementaldecoder
StreamReader, StreamWriter = _codec.streamreader, _codec.streamwriter
