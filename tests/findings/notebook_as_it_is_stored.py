{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# A title\n"]},
  {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
   "source": ["import asyncio\n", "async def main(): pass"]},
  {"cell_type": "code", "execution_count": 2, "metadata": {}, "outputs": [], "source": ["asyncio.run(main())"]}
 ],
 "nbformat": 4, "nbformat_minor": 5
}
# found: notebook@1, repaired
