"""Where requests lead, what they bring, what is answered."""
__path__ = []
