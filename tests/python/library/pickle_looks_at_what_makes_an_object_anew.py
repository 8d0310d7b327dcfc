"""What pickle says of odd arguments for copyreg.__newobj__ and __newobj_ex__."""
import copyreg
import pickle


class Made:
    def __init__(self, value=None):
        self.value = value

    def __reduce__(self):
        return self.value


class Odd:
    pass


for function, arguments in ((copyreg.__newobj__, ()), (copyreg.__newobj__, (Odd(),)), (copyreg.__newobj__, (int,)),
                            (copyreg.__newobj_ex__, ()), (copyreg.__newobj_ex__, (Odd(), (), {})),
                            (copyreg.__newobj_ex__, (Made, 42, {})), (copyreg.__newobj_ex__, (Made, (), [])),
                            (copyreg.__newobj_ex__, (Made, (), {}))):
    for protocol in 2, 4:
        try:
            print(type(pickle.loads(pickle.dumps(Made((function, arguments)), protocol))).__name__)
        except pickle.PicklingError as e:
            print(e)
# Patterns and addresses are made anew by what is private to their modules.
import ipaddress
import pickletools
import re

for value in (re.compile('a+', re.I), ipaddress.ip_address('1.2.3.4'), ipaddress.ip_address('::5'), ipaddress.ip_interface('1.2.3.4/8'),
              ipaddress.ip_network('10.0.0.0/8')):
    text = pickle.dumps(value, 2)
    print(text, pickle.loads(text) == value)
