# recorded by hand: who runs it under a virtual clock has threads, of which os.fork warns
# A datagram is read whose sender, a forked process, has ended.
import os
import socket

mine, server = '/tmp/mine.sock', '/tmp/server.sock'
client = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
client.bind(mine)
waiting = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
waiting.bind(server)
client.sendto(b'asked\n', server)
pid = os.fork()
if pid == 0:
    data, address = waiting.recvfrom(100)
    waiting.sendto(data.upper(), address)
    os._exit(0)
print(os.waitpid(pid, 0)[1])
print(client.recvfrom(100))
client.close()
waiting.close()
os.unlink(mine)
os.unlink(server)
