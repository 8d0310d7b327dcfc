"""json's reading half."""
import _json

__all__ = ['JSONDecoder', 'JSONDecodeError']
scanstring = c_scanstring = _json.scanstring


class JSONDecodeError(ValueError):
    """Text that is no JSON."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Makes objects of JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {'NaN': float('nan'), 'Infinity': float('inf'),
                                                 '-Infinity': float('-inf')}.__getitem__

    def decode(self, s, _w=_json.space):
        obj, end = self.raw_decode(s, idx=_w(s, 0))  #: 344 obj, end = «self.raw_decode(s, idx=_w(s, 0).end())»
        end = _w(s, end)  #: 345 end = «_w(s, end).end()»
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)  #: 347
        return obj

    def raw_decode(self, s, idx=0):
        try:
            obj, end = self.scan_once(s, idx)  #: 360
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None  #: 362
        return obj, end

    def scan_once(self, s, idx):  #: -
        """The value that begins there, and its end; StopIteration with the place where there should be one."""
        return _json.scan(s, idx, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int,
                          self.parse_constant, self.strict)
