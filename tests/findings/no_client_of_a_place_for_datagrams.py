import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as place:
    place.bind(("127.0.0.1", 20001))
    while True:
        data, address = place.recvfrom(1024)
        place.sendto(data, address)
# found: no-client@5
