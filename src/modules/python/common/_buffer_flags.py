"""How memory is asked for (`__buffer__`)."""
import enum as _enum

__name__ = 'inspect'  # where what is here is said to be  #: in inspect.py


class BufferFlags(_enum.IntFlag):
    """How memory is asked for (`__buffer__`)."""
    SIMPLE, WRITABLE, FORMAT, ND = 0x0, 0x1, 0x4, 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS, F_CONTIGUOUS, ANY_CONTIGUOUS, INDIRECT = 0x20 | STRIDES, 0x40 | STRIDES, 0x80 | STRIDES, 0x100 | STRIDES
    CONTIG, CONTIG_RO = ND | WRITABLE, ND
    STRIDED, STRIDED_RO = STRIDES | WRITABLE, STRIDES
    RECORDS, RECORDS_RO = STRIDES | WRITABLE | FORMAT, STRIDES | FORMAT
    FULL, FULL_RO = INDIRECT | WRITABLE | FORMAT, INDIRECT | FORMAT
    READ, WRITE = 0x100, 0x200
