# A module of the library has one loader, that of its spec.
import asyncio
import json
import os
import types

for module in (json, asyncio, os, types):
    print(module.__name__, module.__loader__ is module.__spec__.loader, module.__spec__ is module.__spec__, module.__spec__.name)
