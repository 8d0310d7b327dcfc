"""How options are taken apart."""
from click._parsing import Parser as OptionParser, split_opt
