"""How an application learns that it starts and ends."""
