//! CPython's hashes on a 64-bit machine under PYTHONHASHSEED=0. None of them is ever -1 (that becomes -2).

use num_bigint::{BigInt, Sign};

/// `_PyHASH_BITS`, `_PyHASH_MODULUS`: numbers hash by their value modulo this Mersenne prime (pyhash.h).
const BITS: u32 = 61;
pub const MODULUS: u64 = (1 << BITS) - 1;
/// `sys.hash_info.inf`.
const INF: i64 = 314159;
/// `sys.hash_info.imag`.
const IMAG: u64 = 1000003;

/// `hash(None)`: CPython 3.12 and later fix it.
pub const NONE: i64 = 0xFCA8_6420;

fn never_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

pub fn hash_int(value: i64) -> i64 {
    let size = value.unsigned_abs();
    // A division is dear where there is none to do.
    let rest = if size < MODULUS { size } else { size % MODULUS } as i64;
    never_minus_one(if value < 0 { -rest } else { rest })
}

pub fn hash_bigint(value: &BigInt) -> i64 {
    // 2**61 is 1 modulo MODULUS, so 2**64 is 8: fold the 64-bit digits from the top.
    let rest =
        value.iter_u64_digits().rev().fold(0u128, |all, digit| (all * 8 + u128::from(digit)) % u128::from(MODULUS))
            as i64;
    never_minus_one(if value.sign() == Sign::Minus { -rest } else { rest })
}

/// `_Py_HashDouble`. `identity` is what a NaN hashes by (the object's address in CPython).
pub fn hash_float(value: f64, identity: i64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { INF } else { -INF };
    }
    if value.is_nan() {
        return hash_pointer(identity);
    }
    if value == 0.0 {
        return 0;
    }
    let (mantissa, exponent) = split(value.abs());
    // value = mantissa * 2**exponent, and multiplying by 2**n rotates within 61 bits.
    let shift = exponent.rem_euclid(BITS as i32) as u32;
    let rest = u64::try_from((u128::from(mantissa) << shift) % u128::from(MODULUS)).unwrap_or(0) as i64;
    never_minus_one(if value < 0.0 { -rest } else { rest })
}

/// A finite positive value as mantissa × 2**exponent with a whole mantissa below 2**53.
fn split(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | (1 << 52), exponent - 1075) }
}

pub fn hash_complex(real: f64, imag: f64, identity: i64) -> i64 {
    let (r, i) = (hash_float(real, identity), hash_float(imag, identity));
    never_minus_one((r as u64).wrapping_add(IMAG.wrapping_mul(i as u64)) as i64)
}

/// `_Py_HashPointer`: the low four bits, always zero, go to the top.
pub fn hash_pointer(address: i64) -> i64 {
    never_minus_one((address as u64).rotate_right(4) as i64)
}

/// The hash of bytes, and of a str by the bytes of its narrowest form: SipHash-1-3 with an all-zero key.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    never_minus_one(siphash13(bytes) as i64)
}

fn siphash13(bytes: &[u8]) -> u64 {
    let mut v: [u64; 4] = [0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261, 0x7465646279746573];
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let word = u64::from_le_bytes(*word);
        v[3] ^= word;
        sip_round(&mut v);
        v[0] ^= word;
    }
    let mut last = (bytes.len() as u64) << 56;
    for (i, &byte) in tail.iter().enumerate() {
        last |= u64::from(byte) << (8 * i);
    }
    v[3] ^= last;
    sip_round(&mut v);
    v[0] ^= last;
    v[2] ^= 0xFF;
    sip_round(&mut v);
    sip_round(&mut v);
    sip_round(&mut v);
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

fn sip_round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

/// `tuplehash`: xxHash's mixing over the items' hashes, fed one by one.
pub struct TupleHasher {
    acc: u64,
    len: u64,
}

const XXPRIME_1: u64 = 11400714785074694791;
const XXPRIME_2: u64 = 14029467366897019727;
const XXPRIME_5: u64 = 2870177450012600261;

impl Default for TupleHasher {
    fn default() -> Self {
        Self::new()
    }
}

impl TupleHasher {
    pub fn new() -> TupleHasher {
        TupleHasher { acc: XXPRIME_5, len: 0 }
    }

    pub fn add(&mut self, item: i64) {
        self.acc = self.acc.wrapping_add((item as u64).wrapping_mul(XXPRIME_2));
        self.acc = self.acc.rotate_left(31).wrapping_mul(XXPRIME_1);
        self.len += 1;
    }

    /// A slice's hash, which does not count its parts.
    pub fn finish_slice(self) -> i64 {
        if self.acc as i64 == -1 { 1546275796 } else { self.acc as i64 }
    }

    pub fn finish(self) -> i64 {
        let acc = self.acc.wrapping_add(self.len ^ (XXPRIME_5 ^ 3527539));
        if acc as i64 == -1 { 1546275796 } else { acc as i64 }
    }
}

pub fn hash_tuple(items: impl IntoIterator<Item = i64>) -> i64 {
    let mut hasher = TupleHasher::new();
    for item in items {
        hasher.add(item);
    }
    hasher.finish()
}

/// `frozenset_hash`: independent of the order. (CPython corrects for the table's unused and dummy slots; without
/// those terms the result is the same.)
pub fn hash_frozenset(items: impl IntoIterator<Item = i64>) -> i64 {
    fn shuffle(hash: u64) -> u64 {
        ((hash ^ 89869747) ^ (hash << 16)).wrapping_mul(3644798167)
    }
    let (mut hash, mut len) = (0u64, 0u64);
    for item in items {
        hash ^= shuffle(item as u64);
        len += 1;
    }
    hash ^= len.wrapping_add(1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69069).wrapping_add(907133923);
    if hash as i64 == -1 { 590923713 } else { hash as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_numbers_are_those_of_cpython() {
        for (value, hash) in [(0, 0), (-1, -2), (-2, -2), (5, 5), (i64::MAX, 3), (i64::MIN, -4), (1 << 61, 1)] {
            assert_eq!(hash_int(value), hash, "{value}");
            assert_eq!(hash_bigint(&BigInt::from(value)), hash, "{value}");
        }
        assert_eq!(hash_bigint(&(BigInt::from(3).pow(300))), 687009275797589038);
        assert_eq!(hash_bigint(&-(BigInt::from(10).pow(50))), -619332571178673746);
        for (value, hash) in [
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1152921504606846976),
            (0.1, 230584300921369408),
            (1e300, 1224995262755759164),
            (-3.7, -1614090106449586179),
            (5e-324, 16777216),
            (f64::INFINITY, 314159),
            (f64::NEG_INFINITY, -314159),
        ] {
            assert_eq!(hash_float(value, 0), hash, "{value}");
        }
        assert_eq!(hash_complex(1.5, -2.0, 0), 1152921504604846971);
    }

    #[test]
    fn hashes_of_strings_are_those_of_hash_seed_0() {
        for (text, hash) in
            [("", 0), ("a", 4644417185603328019), ("abc", -4594863902769663758), ("hello world", -5642461784034726774)]
        {
            assert_eq!(hash_bytes(text.as_bytes()), hash, "{text}");
        }
    }

    #[test]
    fn hashes_of_tuples_and_frozensets_are_those_of_cpython() {
        assert_eq!(hash_tuple([]), 5740354900026072187);
        assert_eq!(hash_tuple([1, 2, 3]), 529344067295497451);
        assert_eq!(hash_frozenset([]), 133146708735736);
        assert_eq!(hash_frozenset([1, 2, 3]), -272375401224217160);
    }
}
