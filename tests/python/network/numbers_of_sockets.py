"""Numbers of families and options that nothing in the run answers to are there; a socket of theirs is refused."""
import socket
import ssl
from socket import AF_CAN, IPPROTO_SCTP

print(socket.AF_PACKET + 0, AF_CAN + 0, socket.IPPROTO_ICMP, IPPROTO_SCTP, socket.SO_BINDTODEVICE, socket.BTPROTO_RFCOMM)
print(ssl.OP_NO_TICKET + 0, ssl.VERIFY_X509_STRICT + 0, ssl.ALERT_DESCRIPTION_UNKNOWN_CA + 0, ssl.SSL_ERROR_EOF + 0)
print(hasattr(socket, "AF_NOTHING"), hasattr(ssl, "OP_NOTHING"))
