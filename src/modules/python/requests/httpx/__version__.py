__title__, __description__, __version__ = 'httpx', 'A next generation HTTP client, for Python 3.', '0.28.1'
