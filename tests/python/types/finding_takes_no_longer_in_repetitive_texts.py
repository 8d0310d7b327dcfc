import random
random.seed(3)
bad = 0
for n in range(3000):
    alpha = 'ab' if n % 2 else 'aé\u1234'
    hay = ''.join(random.choice(alpha) for _ in range(random.randrange(60)))
    nd = ''.join(random.choice(alpha) for _ in range(random.randrange(6)))
    f = next((i for i in range(len(hay)-len(nd)+1) if hay[i:i+len(nd)]==nd), -1)
    r = next((i for i in range(len(hay)-len(nd),-1,-1) if hay[i:i+len(nd)]==nd), -1)
    if (f, r) != (hay.find(nd), hay.rfind(nd)): bad += 1
print(bad)
a, b = 'ab' * 50000, 'ab' * 20000 + 'aa' + 'ab' * 5000
print(a.find(b), a.rfind(b), a.count(b), (a+b).find(b), (b+a).rfind(b), a.encode().find(b.encode()), a.replace(b, 'x') == a)
print(('a' * 100000).find('b' + 'a' * 50000), ('a' * 100000).rfind('a' * 50000 + 'b'), (('b' + 'a' * 50000) * 2 + 'a' * 50000).rfind('b' + 'a' * 50000))
