class Sums:
    def add(a, b):
        return a + b


print(Sums.add(1, 2))
print(Sums.add(1, 2, 3))
# found: wrong-arguments@7
