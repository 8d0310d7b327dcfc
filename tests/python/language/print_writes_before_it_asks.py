"""What `__repr__` prints comes behind the arguments that print has written before."""
import time
class S:
    def __repr__(self):
        print("begins"); time.sleep(.1); print("ends")
        return "S"
def say(*w): print("p", "q", *w)
print("a", [S()])
say([S()])
say(S())
class X:
    def __str__(self): print("inner"); return "Xs"
    def __repr__(self): print("innerrepr"); return "Xr"
print("a", X(), "b", [X()], sep="|")
class B:
    def __str__(self): raise ValueError("bad")
try: print("first", B(), "never")
except ValueError as e: print("caught", e)
def gen():
    print("in gen"); return "g"
print("x", gen())
