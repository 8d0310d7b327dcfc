def total(n, limit=100):
    s = 0
    for i in range(n):
        s += i * i % 7
        if s > limit and n is not None:
            break
        if i == 3:
            continue
    else:
        s = -s
    while s < n or not n:
        s = s - 3
    while True:
        s += 1
    return s
