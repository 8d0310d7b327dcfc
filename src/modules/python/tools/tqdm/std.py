"""The plain bar."""
from tqdm import (
    TqdmDeprecationWarning, TqdmExperimentalWarning, TqdmKeyError, TqdmMonitorWarning, TqdmTypeError, TqdmWarning, tqdm, trange,
)
from tqdm._meter import EMA, Bar
