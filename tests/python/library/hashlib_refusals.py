"""What digests and keys of passwords refuse, and all parameters of BLAKE2."""
import hashlib
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
b, s = hashlib.blake2b, hashlib.blake2s
for c in b, s:
    for kw in ({'digest_size':0},{'digest_size':65},{'digest_size':33},{'key':b'k'*65},{'key':b'k'*33},{'salt':b's'*17},{'salt':b's'*9},{'person':b'p'*17},{'fanout':256},{'fanout':-1},{'depth':0},{'depth':256},{'leaf_size':-1},{'leaf_size':2**32},{'node_offset':-1},{'node_offset':2**48},{'node_offset':2**64},{'node_depth':256},{'node_depth':-1},{'inner_size':65},{'inner_size':33},{'inner_size':-1},{'key':'x'},{'digest_size':'x'},{'fanout':2,'depth':3,'leaf_size':100,'node_offset':5,'node_depth':2,'inner_size':16,'last_node':True,'salt':b'ab','person':b'cd','key':b'kk'},{'bogus':1}):
        t(lambda: c(b'data', **kw).hexdigest())
t(lambda: b('x'))
t(lambda: hashlib.sha256('x'))
t(lambda: hashlib.sha256(5))
t(lambda: hashlib.new('nope'))
t(lambda: hashlib.new(5))
t(lambda: hashlib.new('SHA256', b'x').name)
t(lambda: hashlib.new('sha-256', b'x').name)
t(lambda: hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 0))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', -5))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 1, 0))
t(lambda: hashlib.pbkdf2_hmac('sha256', 'pw', b'salt', 1))
t(lambda: hashlib.pbkdf2_hmac('nope', b'pw', b'salt', 1))
t(lambda: hashlib.pbkdf2_hmac('sha3_256', b'pw', b'salt', 10).hex())
for n in ('md5','sha1','sha224','sha256','sha384','sha512'):
    t(lambda: hashlib.pbkdf2_hmac(n, b'password', b'salt', 1000, 50).hex())
t(lambda: hashlib.scrypt(b'pw', salt=b's', n=16, r=8, p=1).hex())
t(lambda: hashlib.scrypt(b'pw', salt=b's', n=1024, r=8, p=2, dklen=40).hex())
t(lambda: hashlib.scrypt(b'pw', salt=b's', n=15, r=8, p=1).hex())
t(lambda: hashlib.scrypt(b'pw', salt=b's', n=2**20, r=8, p=1).hex())
t(lambda: hashlib.scrypt(b'pw', salt=b's', n=16, r=0, p=1).hex())
t(lambda: hashlib.scrypt(b'pw', n=16, r=8, p=1).hex())
t(lambda: hashlib.scrypt('pw', salt=b's', n=16, r=8, p=1).hex())
h = hashlib.shake_128(b'x')
t(lambda: h.hexdigest())
t(lambda: h.hexdigest(-1))
t(lambda: h.hexdigest(0))
t(lambda: len(h.hexdigest(1000)))
import random
random.seed('text'); print(random.random())
random.seed(b'bytes'); print(random.random())
c = b(b'abc', key=b'k', digest_size=10); d = c.copy(); d.update(b'z'); print(c.hexdigest(), d.hexdigest())
import hmac
print(hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.new(b'key', b'msg', hashlib.sha3_256).hexdigest(), hmac.digest(b'k', b'm', 'md5').hex())
