"""Pipes and sockets of another system."""
raise ImportError('win32 only')
