"""Members of ZIP archives that are encrypted by a password, in the old way (PKWARE's)."""
import zlib

_table = [zlib.crc32(bytes([byte]), 0xffffffff) ^ 0xffffffff for byte in range(256)]


def decrypted(data, password, info):
    """A member's bytes; RuntimeError: the password is another one."""
    first, second, third = 0x12345678, 0x23456789, 0x34567890
    found, known = bytearray(), len(password)
    for at, byte in enumerate(password + data):
        if at >= known:
            key = third | 2
            byte ^= key * (key ^ 1) >> 8 & 0xff
            found.append(byte)
            if at == known + 11:
                _, _, _, hours, minutes, _ = info.date_time
                if byte != ((hours << 3 | minutes >> 3) if info.flag_bits & 8 else info.CRC >> 24):
                    raise RuntimeError(f'Bad password for file {info.orig_filename!r}')
        first = first >> 8 ^ _table[(first ^ byte) & 0xff]
        second = ((second + (first & 0xff)) * 134775813 + 1) & 0xffffffff
        third = third >> 8 ^ _table[(third ^ second >> 24) & 0xff]
    return bytes(found[12:])
