"""What paths of all systems have in common."""
from os.path import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdevdrive, isdir, isfile, isjunction,
                     islink, lexists, samefile, sameopenfile, samestat)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile',
           'isjunction', 'islink', 'lexists', 'samefile', 'sameopenfile', 'samestat']
