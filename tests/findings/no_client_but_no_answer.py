import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5000))
s.sendto(b"hello", ("127.0.0.1", 9999))
print(s.recvfrom(100))
# found: deadlock@5
