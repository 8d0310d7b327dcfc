"""mimetypes: kinds by paths and addresses, ends by kinds, tables of the program's own."""
import io
import mimetypes
import os
import tempfile

kinds = mimetypes.MimeTypes()
for name in ('a.html', 'http://host/a.JPG?x=1', 'data:,x', 'data:text/html;a=b,x', 'data:x', 'a.tar.gz', 'x.tgz', 'none',
             'scheme:a.tar.Z', 'a.tar.z', 'a.rtf', 'a.mid', '.html', 'http://host', 'a.xyz', 'song.mp3', 'clip.webm',
             'a.so', 'notes.srt', 'page.mht', 'x.heic', 'm.webmanifest', 'a.svgz'):
    print(name, kinds.guess_type(name), kinds.guess_type(name, strict=False))
print(kinds.guess_file_type(b'a.png'), kinds.guess_file_type('http://host/a.png'))
for kind in ('image/jpeg', 'text/plain', 'audio/midi', 'IMAGE/PNG', 'no/no', 'application/octet-stream', 'image/jpg'):
    print(kind, kinds.guess_all_extensions(kind), kinds.guess_extension(kind), kinds.guess_extension(kind, False))
kinds.add_type('text/plain', '.note')
kinds.readfp(io.StringIO('# kinds\nx-own/kind own other # more\n\n'))
print(kinds.guess_type('a.note'), kinds.guess_all_extensions('x-own/kind'), len(kinds.types_map[True]))
os.chdir(tempfile.mkdtemp())
with open('kinds.types', 'w') as file:
    file.write('x-own/kind own\n')
print(mimetypes.read_mime_types('kinds.types')['.own'], mimetypes.read_mime_types('missing'))
print(mimetypes.MimeTypes(['kinds.types']).guess_type('a.own'), kinds.suffix_map['.taz'], kinds.encodings_map)
mimetypes.add_type('x-own/kind', '.own')
print(mimetypes.guess_type('a.own'), mimetypes.guess_extension('x-own/kind'), mimetypes.guess_type('a.html'))
