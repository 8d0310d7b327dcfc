//! SHA-3 and SHAKE (FIPS 202): a sponge that takes a message in and gives as many bytes as are wanted.

const ROUNDS: [u64; 24] = [
    0x0000000000000001,
    0x0000000000008082,
    0x800000000000808a,
    0x8000000080008000,
    0x000000000000808b,
    0x0000000080000001,
    0x8000000080008081,
    0x8000000000008009,
    0x000000000000008a,
    0x0000000000000088,
    0x0000000080008009,
    0x000000008000000a,
    0x000000008000808b,
    0x800000000000008b,
    0x8000000000008089,
    0x8000000000008003,
    0x8000000000008002,
    0x8000000000000080,
    0x000000000000800a,
    0x800000008000000a,
    0x8000000080008081,
    0x8000000000008080,
    0x0000000080000001,
    0x8000000080008008,
];

/// Where the lanes go, in the order in which they take each other's place.
const LANES: [usize; 24] = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

/// `length` bytes out of `message`, taken in by `rate` bytes at a time; `suffix` is what follows the message.
pub fn sponge(message: &[u8], rate: usize, suffix: u8, length: usize) -> Vec<u8> {
    let mut padded = message.to_vec();
    padded.push(suffix);
    padded.resize(padded.len().next_multiple_of(rate), 0);
    *padded.last_mut().expect("there is the suffix") |= 0x80;
    let mut state = [0u64; 25];
    for block in padded.chunks_exact(rate) {
        for (lane, bytes) in state.iter_mut().zip(block.chunks_exact(8)) {
            *lane ^= u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
        }
        permute(&mut state);
    }
    let mut out = Vec::new();
    while out.len() < length {
        if !out.is_empty() {
            permute(&mut state);
        }
        out.extend(state.iter().flat_map(|lane| lane.to_le_bytes()).take(rate));
    }
    out.truncate(length);
    out
}

/// Keccak-f[1600].
fn permute(state: &mut [u64; 25]) {
    for constant in ROUNDS {
        let column = |x: usize| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]);
        let columns = [column(0), column(1), column(2), column(3), column(4)];
        for at in 0..25 {
            state[at] ^= columns[(at + 4) % 5] ^ columns[(at + 1) % 5].rotate_left(1);
        }
        let (mut moving, mut turn) = (state[1], 0);
        for (step, &to) in LANES.iter().enumerate() {
            turn += step as u32 + 1;
            moving = std::mem::replace(&mut state[to], moving.rotate_left(turn % 64));
        }
        for row in state.chunks_exact_mut(5) {
            let old = [row[0], row[1], row[2], row[3], row[4]];
            for at in 0..5 {
                row[at] ^= !old[(at + 1) % 5] & old[(at + 2) % 5];
            }
        }
        state[0] ^= constant;
    }
}
