import types

print(types.CapsuleType, types.CapsuleType.__name__, types.CapsuleType.__module__, isinstance(1, types.CapsuleType))
try:
    types.CapsuleType()
except TypeError as error:
    print(error)
try:
    class Own(types.CapsuleType):
        pass
except TypeError as error:
    print(error)
print('CapsuleType' in types.__all__)
