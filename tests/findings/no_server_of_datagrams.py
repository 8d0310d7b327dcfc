import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.sendto(b"x", ("127.0.0.1", 20001))
    client.recvfrom(1024)
# found: deadlock@4
