def ends(x):
    print("a" is "b", 1 is 2, x is 3)
    while x is "s":
        break
    return x is "a" or x is "b"


first, second = "\d" + "\d", "\w"
number = 1if 2else 3
f"\d {number!r:\d} \w"
