import errno
import grp
import pwd

for function, given in ((pwd.getpwnam, 42), (pwd.getpwuid, 3.14), (pwd.getpwuid, 'x'), (grp.getgrnam, 42), (grp.getgrgid, 'x'), (grp.getgrgid, 1.0)):
    try:
        print(function(given))
    except TypeError as error:
        print(error)
print([name for name in vars(errno) if name.isupper() and vars(errno)[name] not in errno.errorcode])
