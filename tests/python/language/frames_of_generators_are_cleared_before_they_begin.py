def numbers():
    held = [1]
    try:
        yield held
    finally:
        print('left')


begun = numbers()
next(begun)
try:
    begun.gi_frame.clear()
except RuntimeError as error:
    print(error)
print(begun.gi_frame.f_locals, list(begun))

fresh = numbers()
fresh.gi_frame.clear()
print(list(fresh), fresh.gi_frame)

