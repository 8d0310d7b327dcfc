import copy
import pickle
import uuid
import weakref

for place, size in enumerate((32, 16, 16, 8, 8, 48)):
    for wrong in (-1, 1 << size):
        fields = [0] * 6
        fields[place] = wrong
        try:
            uuid.UUID(fields=fields)
        except ValueError as error:
            print(error)
for version in range(7):
    try:
        print(uuid.UUID(int=0, version=version))
    except ValueError as error:
        print(version, error)
plain, safe = uuid.UUID(int=5), uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe)
print(weakref.ref(plain)() is plain, plain == safe, plain.is_safe, safe.is_safe)
for one in (plain, safe):
    print(one.__getstate__(), copy.copy(one).is_safe, pickle.loads(pickle.dumps(one)).is_safe)
