"""What the simulated machine says of itself."""
from collections import namedtuple as _namedtuple

uname_result = _namedtuple('uname_result', 'system node release version machine processor')
uname_result.__module__ = 'platform'


def system():
    return 'Linux'


def node():
    return 'loopscope'


def release():
    return '6.1.0'


def version():
    return '#1 SMP Loopscope'


def machine():
    return 'x86_64'


def processor():
    return ''


def architecture(executable='', bits='', linkage=''):
    return '64bit', 'ELF'


def python_version():
    return '3.13.0'


def python_version_tuple():
    return '3', '13', '0'


def python_implementation():
    return 'CPython'


def python_compiler():
    return 'GCC 12.2.0'


def python_build():
    return 'main', 'Oct  7 2024 00:00:00'


def python_branch():
    return ''


def python_revision():
    return python_branch()


def platform(aliased=False, terse=False):
    return 'Linux-6.1.0' if terse else 'Linux-6.1.0-x86_64-with-glibc2.36'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    if not executable:
        return 'glibc', '2.36'
    import os
    executable = os.path.realpath(executable)  #: 203
    with open(executable, 'rb') as file:  #: 204 with «open(executable, 'rb')» as f:
        named = file.read()
    return _libc_of(named, lib, version)


def _libc_of(named, lib, version):  #: -
    """The C library whose symbols bytes name, the newest version."""
    import re
    for found in re.finditer(rb'(__libc_init)|GLIBC_([0-9.]+)|libc(?:_\w+)?\.so(?:\.(\d[0-9.]*))?', named, re.ASCII):
        init, of_glibc, of_file = (group and group.decode('latin-1') for group in found.groups())
        if init:
            lib = lib or 'libc'
        elif of_glibc is not None:
            if lib != 'glibc' or _numbers(of_glibc) > _numbers(version):
                version = of_glibc
            lib = 'glibc'
        elif lib != 'glibc':
            lib = 'libc'
            if of_file and (not version or _numbers(of_file) > _numbers(version)):
                version = of_file
    return lib, version


def _numbers(version):  #: -
    return [int(part) for part in version.split('.') if part.isdecimal()]


def uname():
    return uname_result(system(), node(), release(), version(), machine(), processor())


def freedesktop_os_release():
    raise OSError('Unable to read files /etc/os-release, /usr/lib/os-release')


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def system_alias(system, release, version):
    return system, release, version
