//! `random.Random`: the Mersenne Twister of CPython's `_random`, and `random.py`'s use of it, word for word, so that a
//! seeded program draws what it draws in CPython.

mod distributions;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use num_bigint::{BigInt, BigUint, Sign};

use crate::objects::float_math::log;
use crate::objects::int::{Int, IntRef};
use sha2::{Digest, Sha512};

const N: usize = 624;
const M: usize = 397;

/// A generator. It is 2.5 KB: keep it behind a pointer.
#[derive(Clone)]
pub struct Random {
    state: [u32; N],
    /// Words of the state already drawn; `N`: all.
    index: usize,
    /// The second number that `gauss` made, for its next call.
    pub gauss_next: Option<f64>,
}

impl Random {
    /// `random.Random(seed)` with an int's absolute value.
    pub fn new(seed: u64) -> Random {
        let mut random = Random { state: [0; N], index: N, gauss_next: None };
        random.seed_u64(seed);
        random
    }

    /// `seed(n)`
    pub fn seed_int(&mut self, seed: IntRef<'_>) {
        match seed {
            IntRef::Small(value) => self.seed_u64(value.unsigned_abs()),
            IntRef::Big(value) => self.seed_key(&value.iter_u32_digits().collect::<Vec<_>>()),
        }
    }

    pub fn seed_u64(&mut self, seed: u64) {
        let key = [seed as u32, (seed >> 32) as u32];
        self.seed_key(if key[1] == 0 { &key[..1] } else { &key });
    }

    /// `seed(x)` of a float, or any other by its hash.
    pub fn seed_hash(&mut self, hash: i64) {
        self.seed_u64(hash as u64);
    }

    /// `seed(s)` of bytes, or of a str's UTF-8 (version 2): stretched by SHA-512, read as a big-endian int.
    pub fn seed_bytes(&mut self, bytes: &[u8]) {
        let mut all = bytes.to_vec();
        all.extend(Sha512::digest(bytes));
        self.seed_key(&BigUint::from_bytes_be(&all).to_u32_digits());
    }

    /// `init_by_array`
    fn seed_key(&mut self, key: &[u32]) {
        let key = if key.is_empty() { &[0] } else { key };
        self.gauss_next = None;
        self.index = N;
        let state = &mut self.state;
        state[0] = 19650218;
        for i in 1..N {
            let last = state[i - 1];
            state[i] = 1812433253u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let last = state[i - 1];
            state[i] =
                (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1664525)).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let last = state[i - 1];
            state[i] = (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1566083941)).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
    }

    /// The words of `getstate()[1]`: the state and, last, the index.
    pub fn state(&self) -> impl Iterator<Item = u32> {
        self.state.iter().copied().chain([self.index as u32])
    }

    /// `setstate`: false if it is not 625 words or the index is beyond the state.
    pub fn set_state(&mut self, words: &[u32]) -> bool {
        let Some((&index, state)) = words.split_last() else { return false };
        if state.len() != N || index as usize > N {
            return false;
        }
        self.state.copy_from_slice(state);
        self.index = index as usize;
        true
    }

    /// `genrand_uint32`
    pub fn next_u32(&mut self) -> u32 {
        if self.index >= N {
            for k in 0..N {
                let y = (self.state[k] & 0x8000_0000) | (self.state[(k + 1) % N] & 0x7FFF_FFFF);
                let mixed = self.state[(k + M) % N] ^ (y >> 1) ^ if y & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.state[k] = mixed;
            }
            self.index = 0;
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    /// `random()`: 53 bits, 0 <= x < 1.
    pub fn random(&mut self) -> f64 {
        let (a, b) = (self.next_u32() >> 5, self.next_u32() >> 6);
        (f64::from(a) * 67108864.0 + f64::from(b)) * (1.0 / 9007199254740992.0)
    }

    /// `getrandbits(bits)` for up to 64 bits.
    fn bits64(&mut self, bits: u32) -> u64 {
        match bits {
            0 => 0,
            1..=32 => (self.next_u32() >> (32 - bits)).into(),
            _ => {
                let low = u64::from(self.next_u32());
                low | u64::from(self.next_u32() >> (64 - bits)) << 32
            }
        }
    }

    /// `getrandbits(bits)`; the caller has charged the memory.
    pub fn getrandbits(&mut self, bits: u64) -> Int {
        if bits <= 64 {
            return Int::from(self.bits64(bits as u32));
        }
        Int::from(BigInt::from_slice(Sign::Plus, &self.words(bits)))
    }

    fn words(&mut self, bits: u64) -> Vec<u32> {
        let mut words: Vec<u32> = (0..bits.div_ceil(32)).map(|_| self.next_u32()).collect();
        if let (Some(last), spare @ 1..) = (words.last_mut(), bits.next_multiple_of(32) - bits) {
            *last >>= spare;
        }
        words
    }

    /// `randbytes(n)`
    pub fn randbytes(&mut self, n: usize) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.words(n as u64 * 8).iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.truncate(n);
        bytes
    }

    /// `_randbelow(n)` for `n > 0`.
    pub fn below(&mut self, n: u64) -> u64 {
        let bits = 64 - n.leading_zeros();
        loop {
            let r = self.bits64(bits);
            if r < n {
                return r;
            }
        }
    }

    /// `_randbelow(n)` for an int of any size above 0.
    pub fn below_int(&mut self, n: IntRef<'_>) -> Int {
        if let IntRef::Small(n) = n {
            return Int::from(self.below(n as u64));
        }
        loop {
            let r = self.getrandbits(n.bit_length());
            if r.lend().compare(n).is_lt() {
                return r;
            }
        }
    }

    /// `shuffle` of `len` items: calls `swap(i, j)` in turn.
    pub fn shuffle(&mut self, len: usize, mut swap: impl FnMut(usize, usize)) {
        for i in (1..len).rev() {
            swap(i, self.below(i as u64 + 1) as usize);
        }
    }

    /// `sample` of `k` out of `n` (`k <= n`): the chosen indices in the order of choice.
    pub fn sample(&mut self, n: u64, k: usize) -> Vec<u64> {
        // Which of the two ways is taken depends on the size of CPython's set and list.
        let mut set_size = 21.0;
        if k > 5 {
            let power = (log(k as f64 * 3.0) / log(4.0)).ceil();
            set_size += (1u64 << (2 * power as u32)) as f64;
        }
        let mut chosen = Vec::with_capacity(k);
        if n as f64 <= set_size {
            let mut pool: Vec<u64> = (0..n).collect();
            for i in 0..k as u64 {
                let j = self.below(n - i) as usize;
                chosen.push(pool[j]);
                pool[j] = pool[(n - i - 1) as usize];
            }
        } else {
            let mut seen = BTreeSet::new();
            while chosen.len() < k {
                let j = self.below(n);
                if seen.insert(j) {
                    chosen.push(j);
                }
            }
        }
        chosen
    }

    /// One of `choices` without weights: an index below `n`.
    pub fn choice_of(&mut self, n: usize) -> usize {
        (self.random() * n as f64).floor() as usize
    }

    /// One of `choices` by cumulative weights (`bisect` of `random() * total`).
    pub fn choice_by_weight(&mut self, cumulative: &[f64]) -> usize {
        let total = cumulative.last().copied().unwrap_or(0.0);
        let x = self.random() * total;
        let (mut low, mut high) = (0, cumulative.len().saturating_sub(1));
        while low < high {
            let middle = (low + high) / 2;
            if x < cumulative[middle] {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}
