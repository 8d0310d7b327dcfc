"""Floats come back from a pickle to the last bit, in each protocol."""
import copy
import pickle

numbers = [0.1, 0.3, -2.5, 1e300, 5e-324, 1 / 3, float("inf"), -0.0, 123456789.123456789]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    found = pickle.loads(pickle.dumps(numbers, protocol))
    print(protocol, found == numbers, [number.hex() for number in found])
print(pickle.loads(pickle.dumps({"n": 0.3, "z": 1 + 0.1j, "big": 2 ** 70, "long": 2 ** 40 + 1})), copy.deepcopy(0.7))
