import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent.parent / "www" / "integrations"))
project = "Loopscope in Sphinx"
extensions = ["sphinx_loopscope"]
loopscope_script = "/loopscope/loopscope-embed.js"
