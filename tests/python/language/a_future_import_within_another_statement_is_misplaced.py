"""A future statement stands at the beginning of a module, not within a block."""
from __future__ import division

for text in (
    "try:\n    from __future__ import annotations\nexcept ImportError:\n    pass\n",
    "if 1:\n  if 2:\n    from __future__ import annotations\n",
    "try: from __future__ import annotations\nexcept ImportError: pass\n",
    "if 1:  from __future__ import annotations\n",
    "from __future__ import division; from __future__ import annotations\n",
    "'words'; from __future__ import annotations\n",
    "x = 1\nfrom __future__ import annotations\n",
    "class A:\n    from __future__ import annotations\n",
):
    try:
        exec(text)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print("allowed")
