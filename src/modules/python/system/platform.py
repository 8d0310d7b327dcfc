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
    return 'glibc', '2.36'


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
