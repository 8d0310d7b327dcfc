import math

N = 2 ** 70
for choose, k in ((math.comb, 0), (math.comb, 3), (math.comb, N - 2), (math.comb, N), (math.comb, N + 1), (math.comb, N // 2),
                  (math.perm, 0), (math.perm, 3), (math.perm, N + 1), (math.perm, N - 2)):
    try:
        print(choose(N, k))
    except OverflowError as error:
        print(error)
print(math.comb(10 ** 30, 12), math.comb(3, N), math.perm(3, N))
