"""Files and folders compared."""
import os
import stat
from itertools import filterfalse

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']
BUFSIZE = 8 * 1024
_known = {}


def clear_cache():
    _known.clear()


def _signature(found):
    return stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; shallow: those of one kind, size and time are."""
    one = _signature(os.stat(f1))  #: 53 s1 = _sig(«os.stat(f1)»)
    other = _signature(os.stat(f2))  #: 54 s2 = _sig(«os.stat(f2)»)
    if one[0] != stat.S_IFREG or other[0] != stat.S_IFREG:
        return False
    if shallow and one == other:
        return True
    if one[1] != other[1]:
        return False
    key = f1, f2, one, other
    if key not in _known:
        if len(_known) > 100:
            clear_cache()
        with open(f1, 'rb') as a, open(f2, 'rb') as b:
            _known[key] = a.read() == b.read()
    return _known[key]


def cmpfiles(a, b, common, shallow=True):
    """Of the common names: those of equal files, of different ones, and those that cannot be compared."""
    found = [], [], []
    for name in common:
        found[_compared(os.path.join(a, name), os.path.join(b, name), shallow)].append(name)
    return found


def _compared(a, b, shallow):
    try:
        return 0 if cmp(a, b, shallow) else 1
    except (OSError, ValueError):
        return 2


class dircmp:
    """What two folders have in common, and what not; found out when it is asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.shallow = shallow

    def phase0(self):
        unwanted = set(self.hide) | set(self.ignore)
        self.left_list = sorted(filterfalse(unwanted.__contains__, os.listdir(self.left)))  #: 141 self.left_list = _filter(«os.listdir(self.left)»,
        self.right_list = sorted(filterfalse(unwanted.__contains__, os.listdir(self.right)))  #: 143 self.right_list = _filter(«os.listdir(self.right)»,

    def phase1(self):
        left = set(self.left_list)  #: 149 a = dict(zip(map(os.path.normcase, «self.left_list»), self.left_list))
        right = set(self.right_list)
        self.common = [name for name in self.left_list if name in right]
        self.left_only = [name for name in self.left_list if name not in right]
        self.right_only = [name for name in self.right_list if name not in left]

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:  #: 160 for x in «self.common»:
            kinds = set()
            for folder in self.left, self.right:
                try:
                    kinds.add(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except (OSError, ValueError):
                    kinds.add(None)
            if kinds == {stat.S_IFDIR}:
                self.common_dirs.append(name)
            elif kinds == {stat.S_IFREG}:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        found = cmpfiles(self.left, self.right, self.common_files, self.shallow)  #: 193 xx = cmpfiles(self.left, self.right, «self.common_files», self.shallow)
        self.same_files, self.diff_files, self.funny_files = found

    def phase4(self):
        self.subdirs = {
            name: type(self)(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide,
                             shallow=self.shallow)
            for name in self.common_dirs}  #: 202 for x in «self.common_dirs»:

    def phase4_closure(self):
        for below in self.subdirs.values():
            below.phase4_closure()

    def report(self):
        print('diff', self.left, self.right)
        self.left_only  #: 216 if «self.left_only»:
        for words, names in (f'Only in {self.left}', 'left_only'), (f'Only in {self.right}', 'right_only'):
            if found := getattr(self, names):
                print(words, ':', sorted(found))
        for words, names in (('Identical files', 'same_files'), ('Differing files', 'diff_files'),
                             ('Trouble with common files', 'funny_files'), ('Common subdirectories', 'common_dirs'),
                             ('Common funny cases', 'common_funny')):
            if found := getattr(self, names):
                print(words, ':', sorted(found))

    def report_partial_closure(self):
        self.report()  #: 239
        for below in self.subdirs.values():
            print()
            below.report()

    def report_full_closure(self):
        self.report()  #: 245
        for below in self.subdirs.values():
            print()
            below.report_full_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2,
                     common_files=phase2, common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1,
                     left_list=phase0, right_list=phase0)

    def __getattr__(self, name):
        if name not in self.methodmap:
            raise AttributeError(name)  #: 258 raise AttributeError(attr)
        self.methodmap[name](self)  #: 259 self.methodmap[attr](self)
        return getattr(self, name)

    from types import GenericAlias
    __class_getitem__ = classmethod(GenericAlias)
    del GenericAlias
