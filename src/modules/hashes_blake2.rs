//! BLAKE2 (RFC 7693) with all its parameters; of 64 or of 32 bits a word.

use super::random_mt::sha512::INITIAL;

/// In which order a round takes the message's words.
const ORDER: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// A word's bits, as arithmetic of 64 does it for words of both kinds.
#[derive(Clone, Copy)]
struct Word {
    bits: u32,
    turns: [u32; 4],
}

impl Word {
    fn cut(self, x: u64) -> u64 {
        if self.bits == 64 { x } else { x & 0xffff_ffff }
    }

    fn turn(self, x: u64, by: u32) -> u64 {
        self.cut((x >> by) | (x << (self.bits - by)))
    }

    fn mix(self, v: &mut [u64; 16], [a, b, c, d]: [usize; 4], words: [u64; 2]) {
        for (half, word) in words.into_iter().enumerate() {
            v[a] = self.cut(v[a].wrapping_add(v[b]).wrapping_add(word));
            v[d] = self.turn(v[d] ^ v[a], self.turns[2 * half]);
            v[c] = self.cut(v[c].wrapping_add(v[d]));
            v[b] = self.turn(v[b] ^ v[c], self.turns[2 * half + 1]);
        }
    }
}

/// The digest of a key and a message. `parameters`: the block of parameters, of 64 bytes for BLAKE2b, of 32 for BLAKE2s.
pub fn blake2(parameters: &[u8], key: &[u8], message: &[u8], last_node: bool) -> Vec<u8> {
    let size = parameters.len() / 8;
    let wide = size == 8;
    let (bits, turns) = if wide { (64, [32, 24, 16, 63]) } else { (32, [16, 12, 8, 7]) };
    let word = Word { bits, turns };
    let initial = INITIAL.map(|word| if wide { word } else { word >> 32 });
    let mut state = initial;
    for (part, bytes) in state.iter_mut().zip(parameters.chunks_exact(size)) {
        *part ^= number(bytes);
    }
    let block = 16 * size;
    let mut input = key.to_vec();
    if !key.is_empty() {
        input.resize(block, 0);
    }
    input.extend_from_slice(message);
    let taken = input.len();
    input.resize(taken.max(1).next_multiple_of(block), 0);
    let last = input.len() / block - 1;
    for (at, bytes) in input.chunks_exact(block).enumerate() {
        let mut v = [0; 16];
        v[..8].copy_from_slice(&state);
        v[8..].copy_from_slice(&initial);
        let count = if at == last { taken } else { (at + 1) * block } as u64;
        v[12] ^= word.cut(count);
        if !wide {
            v[13] ^= count >> 32;
        }
        if at == last {
            v[14] ^= word.cut(u64::MAX);
            if last_node {
                v[15] ^= word.cut(u64::MAX);
            }
        }
        let words: Vec<u64> = bytes.chunks_exact(size).map(number).collect();
        for order in ORDER.iter().cycle().take(if wide { 12 } else { 10 }) {
            for lane in 0..8 {
                // Columns, then diagonals.
                let (x, step) = (lane % 4, lane / 4);
                let places = [0, 1, 2, 3].map(|row| row * 4 + (x + row * step) % 4);
                word.mix(&mut v, places, [words[order[2 * lane]], words[order[2 * lane + 1]]]);
            }
        }
        for (at, part) in state.iter_mut().enumerate() {
            *part ^= v[at] ^ v[at + 8];
        }
    }
    let mut out: Vec<u8> = state.iter().flat_map(|part| part.to_le_bytes().into_iter().take(size)).collect();
    out.truncate(parameters[0] as usize);
    out
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}
