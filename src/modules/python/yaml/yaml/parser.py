"""What is refused of the order of words."""
from yaml.error import MarkedYAMLError


class ParserError(MarkedYAMLError):
    """Words in a wrong order."""
