"""Kinds of files by the ends of their names."""
import os as _os

types_map = {
    '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.doc': 'application/msword',
    '.bin': 'application/octet-stream', '.exe': 'application/octet-stream', '.so': 'application/octet-stream',
    '.pdf': 'application/pdf', '.ps': 'application/postscript', '.xls': 'application/vnd.ms-excel',
    '.ppt': 'application/vnd.ms-powerpoint', '.wasm': 'application/wasm', '.gz': 'application/gzip',
    '.tar': 'application/x-tar', '.zip': 'application/zip', '.sh': 'application/x-sh', '.swf': 'application/x-shockwave-flash',
    '.pyc': 'application/x-python-code', '.mp3': 'audio/mpeg', '.mp2': 'audio/mpeg', '.wav': 'audio/x-wav',
    '.aac': 'audio/aac', '.opus': 'audio/opus', '.bmp': 'image/bmp', '.gif': 'image/gif', '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg', '.png': 'image/png', '.svg': 'image/svg+xml', '.tiff': 'image/tiff', '.tif': 'image/tiff',
    '.ico': 'image/vnd.microsoft.icon', '.webp': 'image/webp', '.avif': 'image/avif', '.css': 'text/css',
    '.csv': 'text/csv', '.html': 'text/html', '.htm': 'text/html', '.md': 'text/markdown', '.txt': 'text/plain',
    '.py': 'text/x-python', '.c': 'text/plain', '.h': 'text/plain', '.xml': 'text/xml', '.rtf': 'text/rtf',
    '.tsv': 'text/tab-separated-values', '.vcf': 'text/x-vcard', '.mp4': 'video/mp4', '.mpeg': 'video/mpeg',
    '.mpg': 'video/mpeg', '.mov': 'video/quicktime', '.qt': 'video/quicktime', '.webm': 'video/webm',
    '.avi': 'video/x-msvideo', '.eml': 'message/rfc822', '.n3': 'text/n3', '.nq': 'application/n-quads',
    '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2',
              '.txz': '.tar.xz'}
common_types = {'.rtf': 'application/rtf', '.midi': 'audio/midi', '.mid': 'audio/midi', '.jpg': 'image/jpg',
                '.pict': 'image/pict', '.pic': 'image/pict', '.xul': 'text/xul', '.webp': 'image/webp'}
knownfiles, inited = [], True


def init(files=None):
    pass


def guess_type(url, strict=True):
    """The kind of a file and how it is packed."""
    path = _os.fspath(url)
    if path.startswith('data:'):
        head = path[5:].partition(',')[0].partition(';')[0]
        return (head if '/' in head and '=' not in head else 'text/plain'), None
    base, ext = _os.path.splitext(path.partition('?')[0] if '://' in path else path)
    while ext.lower() in suffix_map:
        base, ext = _os.path.splitext(base + suffix_map[ext.lower()])
    encoding = None
    if ext in encodings_map:
        encoding = encodings_map[ext]
        base, ext = _os.path.splitext(base)
    found = types_map.get(ext.lower())
    if found is None and not strict:
        found = common_types.get(ext.lower())
    return found, encoding


guess_file_type = guess_type


def guess_all_extensions(type, strict=True):
    return [ext for ext, kind in types_map.items() if kind == type.lower()]


def guess_extension(type, strict=True):
    return next(iter(guess_all_extensions(type, strict)), None)


def add_type(type, ext, strict=True):
    types_map[ext] = type
