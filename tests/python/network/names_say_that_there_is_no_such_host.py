# recorded by hand: the hosts are simulated
# A name with a word of its own that says so is of no host, one that has the letters within another word may be of one.
import socket

for name in ('nowhere.invalid', 'invalid.example.com', 'this-does-not-exist.example.com', 'doesnotexist.org', 'thispersondoesnotexist.com', 'www.NonExistent.com.',
             'non-existent-domain.com', 'nonexistentdomain.com', 'coexistence.org', 'some-made-up-domain.com', 'homemade-upholstery.com', 'invalid-cats.com', 'not-existing.net'):
    try:
        print(name, socket.gethostbyname(name)[:10])
    except socket.gaierror as e:
        print(name, e)
for port in 53, 80, 443, 8080, 9443, 81, 22:
    try:
        socket.create_connection(('example.com', port), 3).close()
        print(port, 'answers')
    except OSError as e:
        print(port, e)
