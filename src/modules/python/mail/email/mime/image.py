"""Parts that are images."""
__all__ = ['MIMEImage']
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart


def _kind(data):
    """Which kind of image this is."""
    if data[6:10] in (b'JFIF', b'Exif') or data[:4] == b'\xff\xd8\xff\xdb':
        return 'jpeg'
    if len(data) >= 3 and data[0] == 80 and data[1] in b'142536' and data[2] in b' \t\n\r':
        return {49: 'pbm', 52: 'pbm', 50: 'pgm', 53: 'pgm', 51: 'ppm', 54: 'ppm'}[data[1]]
    if data.startswith(b'RIFF') and data[8:12] == b'WEBP':
        return 'webp'
    starts = ((b'\x89PNG\r\n\x1a\n', 'png'), (b'GIF87a', 'gif'), (b'GIF89a', 'gif'), (b'MM', 'tiff'), (b'II', 'tiff'),
              (b'\x01\xda', 'rgb'), (b'\x59\xa6\x6a\x95', 'rast'), (b'#define ', 'xbm'), (b'BM', 'bmp'),
              (b'\x76\x2f\x31\x01', 'exr'))
    return next((kind for start, kind in starts if data.startswith(start)), None)


class MIMEImage(MIMENonMultipart):
    """An image."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _kind(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError('Could not guess image MIME subtype')
        super().__init__('image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
