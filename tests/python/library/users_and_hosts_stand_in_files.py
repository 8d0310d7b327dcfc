# recorded by hand: the files of the simulated machine
import csv
import grp
import pwd
import socket

with open("/etc/passwd") as file:
    rows = list(csv.reader(file, delimiter=":"))
print([row[0] for row in rows], [pwd.getpwnam(row[0]).pw_dir == row[5] for row in rows])
with open("/etc/group") as file:
    print([(row[0], int(row[2]) == grp.getgrnam(row[0]).gr_gid) for row in csv.reader(file, delimiter=":")])
with open("/etc/hosts") as file:
    for line in file:
        address, name = line.split()
        print(name, socket.gethostbyname(name) == address)
with open("/etc/hostname") as file:
    print(file.read().strip() == socket.gethostname())
try:
    open("/nowhere", encoding="hex")
except OSError as error:
    print(error)
