"""Suggestions in a function that has caught the error itself: its variables, and what `self` has."""
import asyncio
import logging
import traceback


class Shop:
    def __init__(self):
        self.stock = {}
        self._secret = 1

    def sell(self):
        try:
            stock["tea"] = 1
        except NameError:
            traceback.print_exc()

    def peek(self):
        try:
            return self.secret
        except AttributeError:
            traceback.print_exc()

    async def order(self):
        for number in range(2):
            try:
                stock[number] = await asyncio.sleep(0, numbr)
            except NameError:
                logging.exception("order failed")
            finally:
                self.stock.clear()

    async def count(self):
        self.stock.clear()
        await asyncio.sleep(0)
        stock.x


def local():
    count = 1
    try:
        print(coutn)
    except NameError:
        traceback.print_exc()


def gone(number):
    del number
    try:
        print(numbr)
    except NameError:
        traceback.print_exc()


def counted(number):
    counted.calls += number
    return counted.cals


counted.calls = 0
try:
    counted(1)
except AttributeError:
    traceback.print_exc()
shop = Shop()
shop.sell()
shop.peek()
asyncio.run(shop.order())
local()
gone(1)


class Meta(type):
    def __new__(cls, *given, **named):
        return super().__new__(cls, *given[:-1], **named)


for action in (
    lambda: Meta("X", (), {}),
    lambda: type.__new__(Meta),
    lambda: type.__new__(),
    lambda: type.__new__(type, 1, 2, 3, 4),
    lambda: type("X", ()),
    lambda: type(),
    lambda: type.__new__(Meta, "X", k=1),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
asyncio.run(shop.count())
