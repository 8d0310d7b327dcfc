"""Frames."""
import os

from _websocket import head_of, masked

STATUS_NORMAL, STATUS_GOING_AWAY, STATUS_PROTOCOL_ERROR, STATUS_UNSUPPORTED_DATA_TYPE = 1000, 1001, 1002, 1003
STATUS_STATUS_NOT_AVAILABLE, STATUS_ABNORMAL_CLOSED, STATUS_INVALID_PAYLOAD, STATUS_POLICY_VIOLATION = 1005, 1006, 1007, 1008
STATUS_MESSAGE_TOO_BIG, STATUS_INVALID_EXTENSION, STATUS_UNEXPECTED_CONDITION = 1009, 1010, 1011
STATUS_SERVICE_RESTART, STATUS_TRY_AGAIN_LATER, STATUS_BAD_GATEWAY, STATUS_TLS_HANDSHAKE_ERROR = 1012, 1013, 1014, 1015


class ABNF:
    """A frame: what it is, and its data."""
    OPCODE_CONT, OPCODE_TEXT, OPCODE_BINARY, OPCODE_CLOSE, OPCODE_PING, OPCODE_PONG = 0, 1, 2, 8, 9, 10
    OPCODES = 0, 1, 2, 8, 9, 10
    OPCODE_MAP = {0: 'cont', 1: 'text', 2: 'binary', 8: 'close', 9: 'ping', 10: 'pong'}
    LENGTH_7, LENGTH_16, LENGTH_63 = 0x7e, 1 << 16, 1 << 63

    def __init__(self, fin=0, rsv1=0, rsv2=0, rsv3=0, opcode=OPCODE_TEXT, mask_value=1, data=b''):
        self.fin, self.rsv1, self.rsv2, self.rsv3, self.opcode = fin, rsv1, rsv2, rsv3, opcode
        self.mask_value, self.data, self.get_mask_key = mask_value, b'' if data is None else data, os.urandom

    def __str__(self):
        return f'fin={self.fin} opcode={self.opcode} data={self.data}'

    @staticmethod
    def create_frame(data, opcode, fin=1):
        return ABNF(fin, 0, 0, 0, opcode, 1, data.encode() if opcode == ABNF.OPCODE_TEXT and isinstance(data, str) else data)

    def format(self):
        """The bytes of the frame."""
        if self.opcode not in ABNF.OPCODES:
            raise ValueError('Invalid OPCODE')
        data = self.data.encode() if isinstance(self.data, str) else bytes(self.data)
        first = self.fin << 7 | self.rsv1 << 6 | self.rsv2 << 5 | self.rsv3 << 4 | self.opcode
        head = head_of(first, len(data), self.mask_value << 7)
        if not self.mask_value:
            return head + data
        key = self.get_mask_key(4)
        key = key.encode() if isinstance(key, str) else key
        return head + key + masked(key, data)
