"""What is refused of documents to write."""
from yaml.error import YAMLError


class SerializerError(YAMLError):
    """Documents that cannot be written."""
