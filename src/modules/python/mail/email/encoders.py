"""Encodes what a message carries, and says so in its header."""
__all__ = ['encode_7or8bit', 'encode_base64', 'encode_noop', 'encode_quopri']
import base64


def encode_base64(msg):
    """In base64."""
    msg.set_payload(str(base64.encodebytes(msg.get_payload(decode=True)), 'ascii'))
    msg['Content-Transfer-Encoding'] = 'base64'


def encode_quopri(msg):
    """In quoted-printable, spaces and tabs included."""
    import quopri
    encoded = quopri.encodestring(msg.get_payload(decode=True), quotetabs=True)
    msg.set_payload(encoded.replace(b' ', b'=20'))
    msg['Content-Transfer-Encoding'] = 'quoted-printable'


def encode_7or8bit(msg):
    """As it is; the header says how many bits are used."""
    payload = msg.get_payload(decode=True)
    msg['Content-Transfer-Encoding'] = '7bit' if payload is None or payload.isascii() else '8bit'


def encode_noop(msg):
    """Not at all."""
