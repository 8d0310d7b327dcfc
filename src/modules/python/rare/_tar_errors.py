"""What goes wrong with archives, and which members are refused."""
import os

__name__ = 'tarfile'  # where what is here is said to be


class TarError(Exception):
    """The base of all of this module."""


class ExtractError(TarError):
    """A member cannot be extracted."""


class ReadError(TarError):
    """What is no archive."""


class CompressionError(TarError):
    """A compression that is not there."""


class StreamError(TarError):
    """What a stream cannot do."""


class HeaderError(TarError):
    """What is no header."""


class EmptyHeaderError(HeaderError):
    pass


class TruncatedHeaderError(HeaderError):
    pass


class EOFHeaderError(HeaderError):
    pass


class InvalidHeaderError(HeaderError):
    pass


class SubsequentHeaderError(HeaderError):
    pass


class FilterError(TarError):
    """A member that a filter refuses."""


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'member {tarinfo.name!r} has an absolute path')


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination')


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a special file')


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a link to an absolute path')


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would link to {path!r}, which is outside the destination')


def _filtered(member, path, data):  #: in tarfile.py
    """What a filter changes of a member."""
    changes, name, mode = {}, member.name, member.mode
    path = os.path.realpath(path)
    if name.startswith(('/', os.sep)):
        name = changes['name'] = member.path.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(path, name))
    if os.path.commonpath([target, path]) != path:
        raise OutsideDestinationError(member, target)
    if mode is not None:
        mode &= 0o755
        if data:
            if member.isreg() or member.islnk():
                mode = (mode if mode & 0o100 else mode & ~0o111) | 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes['mode'] = mode
    if not data:
        return changes
    changes |= {key: None for key in ('uid', 'gid', 'uname', 'gname') if getattr(member, key) is not None}
    if member.islnk() or member.issym():
        if os.path.isabs(member.linkname):
            raise AbsoluteLinkError(member)
        normal = os.path.normpath(member.linkname)
        if normal != member.linkname:
            changes['linkname'] = normal
        where = os.path.join(path, os.path.dirname(name), member.linkname) if member.issym() else \
            os.path.join(path, member.linkname)
        target = os.path.realpath(where)
        if os.path.commonpath([target, path]) != path:
            raise LinkOutsideDestinationError(member, target)
    return changes


def fully_trusted_filter(member, dest_path):  #: in tarfile.py
    """Every member as it is."""
    return member


def tar_filter(member, dest_path):  #: in tarfile.py
    """Nothing outside of the destination, and no right to write for others."""
    changes = _filtered(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):  #: in tarfile.py
    """Only what is data."""
    changes = _filtered(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_FILTERS = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}
