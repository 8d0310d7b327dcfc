import asyncio
import builtins
import json
import math
import os
import random
import sys
import time
import types
import typing
import unittest.mock

print(dir(math))
print(dir(time))
print(dir(builtins))
given = ("__builtins__", "__cached__", "__file__", "__getattr__", "__loader__", "__package__", "__path__", "__spec__")
for module in (asyncio, json, os, random, sys, types, typing, unittest.mock):
    names = dir(module)
    print(module.__name__, [name for name in given if name in names], len(names) == len(set(names)))
    print([name for name in names if name in given and not hasattr(module, name)])
print(json.__builtins__ is vars(builtins), time._STRUCT_TM_ITEMS, len(time.localtime()) + 2)
print(hasattr(math, "__cached__"), hasattr(os, "__cached__"), hasattr(os, "__builtins__"), types.ModuleType("x").__loader__)
print("__builtins__" in vars(types.ModuleType("x")))
