# A forked process that gets a function of a package's module finds the package as well, though no name holds it.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import importlib
import os
import sys
from multiprocessing import Pool

folder = "/tmp/of_packages"
os.makedirs(folder + "/outer/inner", exist_ok=True)
for name, text in {
    "outer/__init__.py": "",
    "outer/inner/__init__.py": "",
    "outer/inner/part.py": "def double(x):\n    return 2 * x\n",
}.items():
    with open(f"{folder}/{name}", "w") as file:
        file.write(text)
sys.path.insert(0, folder)
part = importlib.import_module("outer.inner.part")

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(part.double, [1, 2]))
