class Engine:
    def start(self):
        print("started")

class InvalidStateError(Exception):
    pass

def check():
    raise InvalidStateError("invalid state")

try:
    check()
except InvalidStateError as error:
    print(error)
raise RuntimeError("the game is finished")
# found:
