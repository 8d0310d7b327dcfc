"""Sizes of files in words."""
__all__ = ['decimal']


def pick_unit_and_suffix(size, suffixes, base):
    """The unit that a size is told in, and its name."""
    power = 0
    while power < len(suffixes) - 1 and size >= base ** (power + 1):
        power += 1
    return base ** power, suffixes[power]


def decimal(size, *, precision=1, separator=' '):
    """A size in bytes, kB, MB and so on."""
    if size == 1:
        return '1 byte'
    if size < 1000:
        return f'{size:,} bytes'
    unit, suffix = pick_unit_and_suffix(size, ['', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'], 1000)
    return f'{size / unit:,.{precision}f}{separator}{suffix}'
