"""How connections end."""
from websockets.exceptions import Close, CloseCode
