import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name in "colorsys", "chunks":
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write("print('own', __name__)\n")
    root = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, folder)
    sys.path.insert(0, root)
    import colorsys

    print(colorsys.__file__ == os.path.join(folder, "colorsys.py"))
    # Behind the folder of the program the library is first, though the folder is there once more.
    del sys.modules["colorsys"], sys.path[:2]
    sys.path += [folder, root]
    import colorsys

    print(hasattr(colorsys, "rgb_to_hsv"))
    import chunks

    print(chunks.__file__ == os.path.join(folder, "chunks.py"))
