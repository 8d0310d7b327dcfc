class Noted:
    def __del__(*, self):
        pass


def keeps():
    noted = Noted()
    raise ValueError(noted)


def leaves():
    try:
        keeps()
    except ValueError:
        print("handled")
    print("left")


leaves()
try:
    keeps()
except ValueError:
    print("handled")
