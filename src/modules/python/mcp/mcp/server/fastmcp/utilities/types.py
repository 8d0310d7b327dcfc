"""Pictures and sounds that tools give back."""
import base64
from pathlib import Path

from mcp.types import AudioContent, ImageContent


class _Media:
    def __init__(self, path=None, data=None, format=None):
        self._check(path, data)
        self.path, self.data, self._format = Path(path) if path else None, data, format
        self._mime_type = self._get_mime_type()

    def _get_mime_type(self):
        if self._format:
            return f'{self._KIND}/{self._format.lower()}'
        if self.path:
            return self._TYPES.get(self.path.suffix.lower(), 'application/octet-stream')
        return self._PLAIN

    def _encoded(self):
        data = self.path.read_bytes() if self.path else self.data
        if data is None:
            raise ValueError(f'No {self._KIND} data available')
        return {'type': self._KIND, 'data': base64.b64encode(data).decode(), 'mimeType': self._mime_type}


class Image(_Media):
    _KIND, _PLAIN = 'image', 'image/png'
    _TYPES = {'.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp'}

    def _check(self, path, data):
        if path is None and data is None:
            raise ValueError('Either path or data must be provided')
        if path is not None and data is not None:
            raise ValueError('Only one of path or data can be provided')

    def to_image_content(self):
        return ImageContent(**self._encoded())


class Audio(_Media):
    _KIND, _PLAIN = 'audio', 'audio/wav'
    _TYPES = {'.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.flac': 'audio/flac', '.aac': 'audio/aac',
              '.m4a': 'audio/mp4'}

    def _check(self, path, data):
        if bool(path) == bool(data):
            raise ValueError('Either path or data can be provided')

    def to_audio_content(self):
        return AudioContent(**self._encoded())
