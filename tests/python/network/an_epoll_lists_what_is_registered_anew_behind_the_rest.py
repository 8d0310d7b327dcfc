"""What is taken out of an epoll and registered again stands where it became ready anew: behind what was ready meanwhile."""
import select
import socket

pairs = {name: socket.socketpair() for name in "abcd"}
names = {near.fileno(): name for name, (near, _) in pairs.items()}
watch = select.epoll()


def near(name):
    return pairs[name][0]


def send(name, data=b"x"):
    pairs[name][1].send(data)


def look(why, **options):
    print(f"{why:34}", [(names[fd], mask) for fd, mask in watch.poll(0, **options)])


for name in "abc":
    watch.register(near(name), select.EPOLLIN)
for name in "cab":
    send(name)
look("as they became ready")
watch.unregister(near("c"))
watch.register(near("c"), select.EPOLLIN)
look("c is registered anew")
near("a").recv(1)
look("a was read")
send("a")
look("a has more")
near("b").recv(1)
send("b")
look("b was read and has more unseen")
send("d")
watch.unregister(near("b"))
watch.register(near("d"), select.EPOLLIN)
watch.register(near("b"), select.EPOLLIN)
look("d is new, b registered anew")
watch.modify(near("c"), select.EPOLLIN | select.EPOLLOUT)
look("c is modified")
near("a").recv(1)
look("a was read")
watch.modify(near("a"), select.EPOLLOUT)
look("a may be written")
look("two at most", maxevents=2)
look("two at most", maxevents=2)
watch.close()
