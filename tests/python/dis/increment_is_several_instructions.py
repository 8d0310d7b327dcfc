# What tutorials on threads show: a counter is loaded, added to and stored, and a thread can be switched in between.
import dis

counter = 0


class Account:
    balance = 0

    def deposit(self, amount):
        self.balance += amount


def increment():
    global counter
    counter += 1


def busy(times):
    for _ in range(times):
        increment()


def local(n):
    n += 1
    n = n + 1
    return n


def item(numbers, i):
    numbers[i] += 1
    numbers[i:2] += [i]
    numbers[0], numbers[1] = numbers[1], numbers[0]


for function in increment, busy, Account.deposit, local, item:
    print(function.__qualname__)
    dis.dis(function)
