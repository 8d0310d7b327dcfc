"""What CPython's modules of encodings have in common."""
import codecs


def names_of(encoding):
    """The names of the module of an encoding, with what `codecs` has for them."""
    def getregentry():
        return codecs.lookup(encoding)
    found = getregentry()
    import _code_pages
    page = _code_pages.find(encoding.replace('_', ''))
    tables = {'decoding_table': page[1], 'encoding_table': codecs.charmap_build(page[1])} if page else {}
    return tables | {'getregentry': getregentry, 'encode': found.encode, 'decode': found.decode,
            'IncrementalEncoder': found.incrementalencoder, 'IncrementalDecoder': found.incrementaldecoder,
            'StreamReader': found.streamreader, 'StreamWriter': found.streamwriter}
