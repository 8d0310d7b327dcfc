"""The bar that fits."""
from tqdm.asyncio import tqdm_asyncio as tqdm, tarange as trange
