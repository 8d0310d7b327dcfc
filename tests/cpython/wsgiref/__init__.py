"""In place of wsgiref: what asyncio's tests serve HTTP with."""
