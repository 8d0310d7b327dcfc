"""Kinds of files by the ends of their names."""
import os as _os

__all__ = ['knownfiles', 'inited', 'MimeTypes', 'guess_type', 'guess_file_type', 'guess_all_extensions',
           'guess_extension', 'add_type', 'init', 'read_mime_types', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

# Kinds, each with the ends of names it goes with, in CPython's order: the first end is the one that is guessed.
_KINDS = """
text/javascript js mjs; application/json json; application/manifest+json webmanifest; application/msword doc dot
wiz; application/n-quads nq; application/n-triples nt; application/octet-stream bin a dll exe o obj so;
application/oda oda; application/pdf pdf; application/pkcs7-mime p7c; application/postscript ps ai eps;
application/trig trig; application/vnd.apple.mpegurl m3u m3u8; application/vnd.ms-excel xls xlb;
application/vnd.ms-powerpoint ppt pot ppa pps pwz; application/wasm wasm; application/x-bcpio bcpio;
application/x-cpio cpio; application/x-csh csh; application/x-dvi dvi; application/x-gtar gtar; application/x-hdf
hdf; application/x-hdf5 h5; application/x-latex latex; application/x-mif mif; application/x-netcdf cdf nc;
application/x-pkcs12 p12 pfx; application/x-pn-realaudio ram; application/x-python-code pyc pyo; application/x-sh
sh; application/x-shar shar; application/x-shockwave-flash swf; application/x-sv4cpio sv4cpio;
application/x-sv4crc sv4crc; application/x-tar tar; application/x-tcl tcl; application/x-tex tex;
application/x-texinfo texi texinfo; application/x-troff roff t tr; application/x-troff-man man;
application/x-troff-me me; application/x-troff-ms ms; application/x-ustar ustar; application/x-wais-source src;
application/xml xsl rdf wsdl xpdl; application/zip zip; audio/3gpp 3gp 3gpp; audio/3gpp2 3g2 3gpp2; audio/aac aac
adts loas ass; audio/basic au snd; audio/mpeg mp3 mp2; audio/opus opus; audio/x-aiff aif aifc aiff;
audio/x-pn-realaudio ra; audio/x-wav wav; image/avif avif; image/bmp bmp; image/gif gif; image/ief ief; image/jpeg
jpg jpe jpeg; image/heic heic; image/heif heif; image/png png; image/svg+xml svg; image/tiff tiff tif;
image/vnd.microsoft.icon ico; image/webp webp; image/x-cmu-raster ras; image/x-portable-anymap pnm;
image/x-portable-bitmap pbm; image/x-portable-graymap pgm; image/x-portable-pixmap ppm; image/x-rgb rgb;
image/x-xbitmap xbm; image/x-xpixmap xpm; image/x-xwindowdump xwd; message/rfc822 eml mht mhtml nws; text/css css;
text/csv csv; text/html html htm; text/markdown md markdown; text/n3 n3; text/plain txt bat c h ksh pl srt;
text/richtext rtx; text/rtf rtf; text/tab-separated-values tsv; text/vtt vtt; text/x-python py; text/x-rst rst;
text/x-setext etx; text/x-sgml sgm sgml; text/x-vcard vcf; text/xml xml; video/mp4 mp4; video/mpeg mpeg m1v mpa
mpe mpg; video/quicktime mov qt; video/webm webm; video/x-msvideo avi; video/x-sgi-movie movie
"""
_UNOFFICIAL = 'application/rtf rtf; audio/midi midi mid; image/jpg jpg; image/pict pict pct pic; text/xul xul'
# What a system's own list adds that programs ask for.
_OF_SYSTEM = {'.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
              '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
              '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'}
# Where systems keep theirs; this one has none.
knownfiles = ['/etc/mime.types', '/etc/httpd/mime.types', '/etc/httpd/conf/mime.types', '/etc/apache/mime.types',
              '/etc/apache2/mime.types', '/usr/local/etc/httpd/conf/mime.types', '/usr/local/lib/netscape/mime.types',
              '/usr/local/etc/httpd/conf/mime.types', '/usr/local/etc/mime.types']
inited, _db = False, None


def _read_kinds(text):
    for entry in text.split(';'):
        kind, *ends = entry.split()
        for end in ends:
            yield '.' + end, kind


class MimeTypes:
    """What kinds there are; those of `types_map[False]` are in no standard."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
        self.suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz',
                           '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for text, standard in (_KINDS, True), (_UNOFFICIAL, False):
            for end, kind in _read_kinds(text):
                self.add_type(kind, end, standard)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        ends = self.types_map_inv[strict].setdefault(type, [])
        if ext not in ends:
            ends.append(ext)

    def guess_type(self, url, strict=True):
        """The kind of a file and how it is packed, by its address or its path."""
        from urllib.parse import urlparse
        url = _os.fspath(url)  #: 123 url = «os.fspath(url)»
        parts = urlparse(url)
        if len(parts.scheme) <= 1:
            return self.guess_file_type(url, strict=strict)
        if parts.scheme != 'data':
            return self._guess(parts.path, strict)
        head, comma, _ = parts.path.partition(',')
        if not comma:
            return None, None
        head = head.partition(';')[0]
        return (head if '/' in head and '=' not in head else 'text/plain'), None

    def guess_file_type(self, path, *, strict=True):
        return self._guess(_os.fsdecode(path), strict)

    def _guess(self, path, strict):
        base, end = _os.path.splitext(path)
        while end.lower() in self.suffix_map:
            base, end = _os.path.splitext(base + self.suffix_map[end.lower()])
        encoding = self.encodings_map.get(end)
        if encoding is not None:
            base, end = _os.path.splitext(base)
        end = end.lower()
        for known in self.types_map[1:] if strict else self.types_map[::-1]:
            if end in known:
                return known[end], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        ends = list(self.types_map_inv[True].get(type, []))
        if not strict:
            ends += [end for end in self.types_map_inv[False].get(type, []) if end not in ends]
        return ends

    def guess_extension(self, type, strict=True):
        ends = self.guess_all_extensions(type, strict)
        return ends[0] if ends else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """A kind and its ends a line; `#` begins a comment."""
        while line := fp.readline():
            words = line.split()
            comment = next((at for at, word in enumerate(words) if word[0] == '#'), len(words))
            for end in words[1:comment]:
                self.add_type(words[0], '.' + end, strict)

    def read_windows_registry(self, strict=True):
        pass


def init(files=None):
    global suffix_map, types_map, encodings_map, common_types, inited, _db
    inited = True
    db = _db
    if files is None or db is None:
        db = MimeTypes()
        for end, kind in _OF_SYSTEM.items():
            db.add_type(kind, end)
        files = knownfiles + list(files or ())
    for file in files:
        if _os.path.isfile(file):
            db.read(file)
    suffix_map, encodings_map = db.suffix_map, db.encodings_map
    common_types, types_map = db.types_map
    _db = db


def read_mime_types(file):
    """What a file says of kinds, as `{'.end': 'kind'}`; None: it cannot be read."""
    try:
        opened = open(file, encoding='utf-8')
    except OSError:
        return None
    with opened:
        db = MimeTypes()
        db.readfp(opened, True)
        return db.types_map[True]


def guess_type(url, strict=True):
    return _db.guess_type(url, strict)  #: 322


def guess_file_type(path, *, strict=True):
    return _db.guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    return _db.guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _db.guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _db.add_type(type, ext, strict)


init()
