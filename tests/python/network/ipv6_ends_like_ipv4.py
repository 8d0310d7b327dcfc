# IPv6 addresses that end as IPv4 does, and texts that are none.
import socket

for text in ["::101.45.75.219", "::ffff:1.2.3.4", "1::2:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "::1.2.3", "::1.2.3.256",
             "::01.2.3.4", "1.2.3.4::", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::00001", "::+1", ":: 1", "::0x1", "::",
             "1::", "::g", ":1", "1:", "1:::2", "1::2::3", "", "1.2.3.4"]:
    try:
        packed = socket.inet_pton(socket.AF_INET6, text)
        print(repr(text), packed.hex(), socket.inet_ntop(socket.AF_INET6, packed))
    except OSError as error:
        print(repr(text), error)
for text in ["1.2.3.4", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.256"]:
    try:
        print(text, socket.inet_pton(socket.AF_INET, text))
    except OSError as error:
        print(text, error)
for number in ["00" * 10 + "ffff01020304", "00" * 12 + "01020304", "00" * 15 + "01", "00" * 14 + "ffff"]:
    print(number, socket.inet_ntop(socket.AF_INET6, bytes.fromhex(number)))
