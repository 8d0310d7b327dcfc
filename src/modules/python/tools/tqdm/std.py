"""The plain bar."""
from tqdm import TqdmKeyError, TqdmWarning, tqdm, trange
