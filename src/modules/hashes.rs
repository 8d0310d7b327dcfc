//! `_hashes`: digests of whole messages, for `hashlib` (own Python text).

use std::rc::Rc;

use super::random_mt::sha512::{self, sha512};
use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::{Interp, Symbol, Value, ops};

/// `digest(name, data)`
fn digest(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name, data] = args.exactly("digest")?;
    let data = bytes_like::required(&data)?;
    i.charge(data.len() as u64 / 4 + 100);
    let name = name.text_or_empty();
    let found: Vec<u8> = match name.as_str() {
        "md5" => md5(&data).to_vec(),
        "sha1" => sha1(&data).to_vec(),
        "sha224" => sha256(&data, SHA224).into_iter().take(28).collect(),
        "sha256" => sha256(&data, SHA256).to_vec(),
        "sha384" => sha512::sha512_from(&data, sha512::SHA384).into_iter().take(48).collect(),
        "sha512" => sha512(&data).to_vec(),
        _ => return Err(value_error(format!("unsupported hash type {name}"))),
    };
    Ok(Value::bytes(found))
}

/// `sponge(data, rate, suffix, length)`
fn sponge(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data, rate, suffix, length] = args.exactly("sponge")?;
    let data = bytes_like::required(&data)?;
    let mut number = |value: &Value| ops::index(i, value);
    let (rate, suffix, length) = (number(&rate)?, number(&suffix)?, number(&length)?);
    let Ok(length) = usize::try_from(length) else { return Err(value_error("value must be positive")) };
    i.reserve(length)?;
    i.charge((data.len() + length) as u64 / 4 + 100);
    Ok(Value::bytes(super::hashes_sponge::sponge(&data, rate as usize, suffix as u8, length)))
}

/// `blake2(parameters, key, data, last_node)`
fn blake2(i: &mut dyn Interp, args: Args) -> PyResult {
    let [parameters, key, data, last_node] = args.exactly("blake2")?;
    let (parameters, key) = (bytes_like::required(&parameters)?, bytes_like::required(&key)?);
    let data = bytes_like::required(&data)?;
    i.charge(data.len() as u64 / 4 + 100);
    let last_node = ops::is_true(i, &last_node)?;
    Ok(Value::bytes(super::hashes_blake2::blake2(&parameters, &key, &data, last_node)))
}

/// The message with its padding, in blocks of 64 bytes.
fn padded(data: &[u8], length: [u8; 8]) -> Vec<u8> {
    let mut message = data.to_vec();
    message.push(0x80);
    message.resize(message.len().next_multiple_of(64), 0);
    if message.len() - data.len() < 9 {
        message.resize(message.len() + 64, 0);
    }
    let end = message.len();
    message[end - 8..].copy_from_slice(&length);
    message
}

fn md5(data: &[u8]) -> [u8; 16] {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut state = [0x67452301u32, 0xefcdab89, 0x98badcfe, 0x10325476];
    for block in padded(data, (data.len() as u64 * 8).to_le_bytes()).chunks_exact(64) {
        let word = |n: usize| u32::from_le_bytes([block[n * 4], block[n * 4 + 1], block[n * 4 + 2], block[n * 4 + 3]]);
        let [mut a, mut b, mut c, mut d] = state;
        for n in 0..64 {
            let (f, g) = match n / 16 {
                0 => ((b & c) | (!b & d), n),
                1 => ((d & b) | (!d & c), (5 * n + 1) % 16),
                2 => (b ^ c ^ d, (3 * n + 5) % 16),
                _ => (c ^ (b | !d), 7 * n % 16),
            };
            let sum = a.wrapping_add(f).wrapping_add(MD5_SINES[n]).wrapping_add(word(g));
            (a, d, c) = (d, c, b);
            b = b.wrapping_add(sum.rotate_left(SHIFTS[n / 16][n % 4]));
        }
        for (part, new) in state.iter_mut().zip([a, b, c, d]) {
            *part = part.wrapping_add(new);
        }
    }
    let mut out = [0; 16];
    for (at, part) in state.iter().enumerate() {
        out[at * 4..at * 4 + 4].copy_from_slice(&part.to_le_bytes());
    }
    out
}

/// The whole part of 2**32 times the sine of 1, 2, 3 …
const MD5_SINES: [u32; 64] = [
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8,
    0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
    0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87,
    0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
    0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039,
    0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
    0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb,
    0xeb86d391,
];

fn sha1(data: &[u8]) -> [u8; 20] {
    let mut state = [0x67452301u32, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
    for block in padded(data, (data.len() as u64 * 8).to_be_bytes()).chunks_exact(64) {
        let mut w = [0u32; 80];
        for n in 0..80 {
            w[n] = if n < 16 {
                u32::from_be_bytes([block[n * 4], block[n * 4 + 1], block[n * 4 + 2], block[n * 4 + 3]])
            } else {
                (w[n - 3] ^ w[n - 8] ^ w[n - 14] ^ w[n - 16]).rotate_left(1)
            };
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (n, word) in w.iter().enumerate() {
            let (f, k) = match n / 20 {
                0 => ((b & c) | (!b & d), 0x5a827999u32),
                1 => (b ^ c ^ d, 0x6ed9eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1bbcdc),
                _ => (b ^ c ^ d, 0xca62c1d6),
            };
            let sum = a.rotate_left(5).wrapping_add(f).wrapping_add(e).wrapping_add(k).wrapping_add(*word);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum);
        }
        for (part, new) in state.iter_mut().zip([a, b, c, d, e]) {
            *part = part.wrapping_add(new);
        }
    }
    let mut out = [0; 20];
    for (at, part) in state.iter().enumerate() {
        out[at * 4..at * 4 + 4].copy_from_slice(&part.to_be_bytes());
    }
    out
}

const SHA256: [u32; 8] =
    [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const SHA224: [u32; 8] =
    [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

fn sha256(data: &[u8], start: [u32; 8]) -> [u8; 32] {
    let mut state = start;
    for block in padded(data, (data.len() as u64 * 8).to_be_bytes()).chunks_exact(64) {
        let mut w = [0u32; 64];
        for n in 0..64 {
            w[n] = if n < 16 {
                u32::from_be_bytes([block[n * 4], block[n * 4 + 1], block[n * 4 + 2], block[n * 4 + 3]])
            } else {
                let (x, y) = (w[n - 15], w[n - 2]);
                let s0 = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
                let s1 = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
                w[n - 16].wrapping_add(s0).wrapping_add(w[n - 7]).wrapping_add(s1)
            };
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for (n, &word) in w.iter().enumerate() {
            let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let choice = (e & f) ^ (!e & g);
            // SHA-512's constants begin with those of SHA-256.
            let k = (sha512::CONSTANTS[n] >> 32) as u32;
            let one = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(k).wrapping_add(word);
            let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let two = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two));
        }
        for (part, new) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *part = part.wrapping_add(new);
        }
    }
    let mut out = [0; 32];
    for (at, part) in state.iter().enumerate() {
        out[at * 4..at * 4 + 4].copy_from_slice(&part.to_be_bytes());
    }
    out
}

/// Salsa20/8 of sixteen words (RFC 7914, section 3).
fn salsa(block: &mut [u32; 16]) {
    let mut x = *block;
    let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
        x[b] ^= x[a].wrapping_add(x[d]).rotate_left(7);
        x[c] ^= x[b].wrapping_add(x[a]).rotate_left(9);
        x[d] ^= x[c].wrapping_add(x[b]).rotate_left(13);
        x[a] ^= x[d].wrapping_add(x[c]).rotate_left(18);
    };
    for _ in 0..4 {
        quarter(0, 4, 8, 12);
        quarter(5, 9, 13, 1);
        quarter(10, 14, 2, 6);
        quarter(15, 3, 7, 11);
        quarter(0, 1, 2, 3);
        quarter(5, 6, 7, 4);
        quarter(10, 11, 8, 9);
        quarter(15, 12, 13, 14);
    }
    for (word, mixed) in block.iter_mut().zip(x) {
        *word = word.wrapping_add(mixed);
    }
}

/// scryptBlockMix: the even blocks first, then the odd ones.
fn block_mix(words: &mut [u32], mixed: &mut [u32]) {
    let count = words.len() / 16;
    let mut x = [0u32; 16];
    x.copy_from_slice(&words[(count - 1) * 16..]);
    for (at, block) in words.chunks_exact(16).enumerate() {
        x.iter_mut().zip(block).for_each(|(a, b)| *a ^= b);
        salsa(&mut x);
        let to = (at / 2 + if at % 2 == 1 { count / 2 } else { 0 }) * 16;
        mixed[to..to + 16].copy_from_slice(&x);
    }
    words.copy_from_slice(mixed);
}

/// `smix(block, n)`: scryptROMix (RFC 7914, section 5).
fn smix(i: &mut dyn Interp, args: Args) -> PyResult {
    let [block, n] = args.exactly("smix")?;
    let (bytes, n) = (bytes_like::required(&block)?, ops::index(i, &n)? as usize);
    let mut words: Vec<u32> = bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
    let size = words.len();
    i.reserve(size * 4 * n)?;
    i.charge((size / 16 * n * 4) as u64);
    let (mut kept, mut mixed) = (Vec::with_capacity(size * n), vec![0; size]);
    for _ in 0..n {
        kept.extend_from_slice(&words);
        block_mix(&mut words, &mut mixed);
    }
    for _ in 0..n {
        let at = (words[size - 16] as usize & (n - 1)) * size;
        words.iter_mut().zip(&kept[at..at + size]).for_each(|(a, b)| *a ^= b);
        block_mix(&mut words, &mut mixed);
    }
    let out: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    Ok(Value::bytes(out))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_hashes");
    const FUNCTIONS: [(&str, SyncFn); 4] = [("digest", digest), ("sponge", sponge), ("blake2", blake2), ("smix", smix)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_hashes", code));
    }
    Ok(module)
}
