def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")


def use():
    generator = numbers()
    print(next(generator))


use()
print("after")
for number in numbers():
    print("first of", number)
    break
print("end")
