"""How what arrives is unpacked, and cut in pieces, text and lines."""
from httpx._exceptions import DecodingError


def is_known_encoding(name):
    import codecs
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def decoder(encoding):
    import codecs
    return codecs.getincrementaldecoder(encoding)(errors='replace').decode


def unpacker(encodings, request):
    """What undoes the encodings of a body; None if there are none."""
    kinds = [kind for kind in encodings if kind in ('gzip', 'deflate')]
    if not kinds:
        return None
    import zlib
    unpackers = [zlib.decompressobj(47) for _ in kinds]

    def more(piece):
        try:
            for each in unpackers:
                piece = each.decompress(piece) + (b'' if piece else each.flush())
        except zlib.error as e:
            raise DecodingError(str(e), request=request) from e
        return piece
    return more


class Cutter:
    """Pieces as they come, or of one size."""

    def __init__(self, empty, size):
        self._waiting = self._empty = empty
        self._size = size

    def more(self, piece):
        if self._size is None:
            return [piece] if piece else []
        whole, size = self._waiting + piece, self._size
        end = len(whole) - len(whole) % size
        self._waiting = whole[end:]
        return [whole[at:at + size] for at in range(0, end, size)]

    def rest(self):
        return [self._waiting] if self._waiting else []


class Lines:
    """Lines of text that comes in pieces."""

    def __init__(self):
        self._waiting = ''

    def more(self, text):
        whole = self._waiting + text
        # What follows a carriage return may belong to the same end of line.
        held = '\r' if whole[-1:] == '\r' else ''
        lines = whole[:len(whole) - len(held)].splitlines(keepends=True)
        last = lines.pop() if lines and (held or lines[-1].splitlines()[0] == lines[-1]) else ''
        self._waiting = last + held
        return [line.splitlines()[0] for line in lines]

    def rest(self):
        return self._waiting.splitlines()
