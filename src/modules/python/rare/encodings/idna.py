"""Names of hosts in other letters than ASCII's (RFC 3490), label by label."""
import codecs as _codecs

ace_prefix, sace_prefix = b'xn--', 'xn--'


def nameprep(label):
    """A label as it is compared."""
    from _more_codecs import nameprep
    return nameprep(label)


def ToASCII(label):
    """A label as it is sent."""
    return _codecs.lookup('idna').encode(label)[0]


def ToUnicode(label):
    """A label as it is read."""
    return _codecs.lookup('idna').decode(label if isinstance(label, bytes) else label.encode('ascii'))[0]


def getregentry():
    return _codecs.lookup('idna')
