import wave, io, os, struct, math
b=io.BytesIO()
with wave.open(b,'wb') as w:
    w.setnchannels(2); w.setsampwidth(2); w.setframerate(8000.4)
    print(w.tell())
    w.writeframes(b''.join(struct.pack('<hh', int(1000*math.sin(i)), i) for i in range(20)))
    print(w.getnframes(), w.tell())
    try: w.setnchannels(1)
    except wave.Error as e: print(e)
print(len(b.getvalue()), b.getvalue()[:60])
b.seek(0)
r=wave.open(b)
print(r.getparams()); print(r.readframes(3)); print(r.tell()); r.setpos(10); print(r.readframes(2)); r.rewind(); print(len(r.readframes(-1)), len(r.readframes(100)), r.tell())
try: r.setpos(21)
except wave.Error as e: print(e)
r.close()
with wave.open('/tmp/x.wav','w') as w:
    w.setparams((1,1,44100,0,'NONE','not compressed'))
    w.writeframesraw(bytes(range(100))); w.writeframesraw(bytes(11))
print(os.path.getsize('/tmp/x.wav'))
with wave.open('/tmp/x.wav') as r: print(r.getparams(), r.getnframes()/r.getframerate(), r.readframes(5))
for bad in (b'', b'RIFF', b'abcdefghijkl', b'RIFF\x10\0\0\0WAVX', b'RIFF\x10\0\0\0WAVE', b'RIFF\x40\0\0\0WAVEdata\x10\0\0\0', b'RIFF\x40\0\0\0WAVEfmt \x10\0\0\0'+struct.pack('<HHLLHH',3,1,1,1,1,8)):
    try: print(wave.open(io.BytesIO(bad)))
    except Exception as e: print(type(e), e)
w=wave.Wave_write(io.BytesIO())
for f in (lambda: w.getnchannels(), lambda: w.getsampwidth(), lambda:w.getframerate(), lambda:w.getparams(), lambda:w.setnchannels(0), lambda:w.setsampwidth(5), lambda:w.setframerate(0), lambda:w.setcomptype('x','y'), lambda:w.writeframes(b'x'), lambda: wave.open('/tmp/none.wav'), lambda: wave.open('/tmp/a', 'q')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w.setparams((1,2,8000,0,'NONE','x'))
import array
w.writeframes(array.array('h',[1,2,3])); print(w.getnframes())
import warnings
warnings.simplefilter('error')
try: r.getmarkers()
except DeprecationWarning as e: print(e)
