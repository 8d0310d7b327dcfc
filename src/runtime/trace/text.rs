//! The log's table of texts: each distinct text once, in one buffer.

use super::ids::TextId;

/// The longest text kept, in bytes; longer ones end with «…».
const LONGEST: usize = 1000;
/// All texts together; after that new texts become «…», the id that is always there.
const MOST_BYTES: usize = 64 << 20;

/// Interned texts. Ids are dealt in order of first use; id 0 is the empty text, id 1 is «…».
pub struct Texts {
    buffer: String,
    /// Where each text ends in the buffer.
    ends: Vec<u32>,
    /// Open addressing, a power of two long: ids, 0 = free.
    table: Vec<u32>,
    /// Numbers met lately, each at its place modulo the length.
    numbers: [(i64, TextId); NUMBERS],
    /// Texts met lately, each at a place that its address says: names are asked for at the same one again and again.
    recent: [TextId; RECENT],
    /// Floats met lately, each at the place that its bits say; empty before the first of them.
    floats: Vec<(u64, TextId)>,
}

const NUMBERS: usize = 64;
const RECENT: usize = 64;
/// A power of two: programs have few delays, and use each of them often.
const FLOATS: usize = 1024;

impl Texts {
    pub fn new() -> Texts {
        let mut texts = Texts {
            buffer: String::new(),
            ends: vec![0],
            table: vec![0; 64],
            numbers: [(0, TextId::NONE); NUMBERS],
            recent: [TextId::NONE; RECENT],
            floats: Vec::new(),
        };
        texts.intern("…");
        texts
    }

    pub fn get(&self, id: TextId) -> &str {
        match id.0 as usize {
            0 => "",
            n => &self.buffer[self.ends[n - 1] as usize..self.ends[n] as usize],
        }
    }

    #[inline(always)]
    fn bytes_of(&self, id: u32) -> &[u8] {
        let n = id as usize;
        &self.buffer.as_bytes()[self.ends[n - 1] as usize..self.ends[n] as usize]
    }

    /// The id of a whole number's digits. Numbers come in crowds: what a queue takes it soon gives.
    pub fn intern_number(&mut self, n: i64) -> TextId {
        let place = n as usize % NUMBERS;
        match self.numbers[place] {
            (known, id) if known == n && id != TextId::NONE => id,
            _ => {
                let id = self.intern_exactly(itoa::Buffer::new().format(n));
                self.numbers[place] = (n, id);
                id
            }
        }
    }

    /// The id of what `repr` says of a float. It is asked only if the float was not met lately.
    pub fn intern_float(&mut self, x: f64, repr: impl FnOnce(f64) -> String) -> TextId {
        if self.floats.is_empty() {
            self.floats = vec![(0, TextId::NONE); FLOATS];
        }
        let bits = x.to_bits();
        let place = (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % FLOATS;
        match self.floats[place] {
            (known, id) if known == bits && id != TextId::NONE => id,
            _ => {
                let id = self.intern_exactly(&repr(x));
                self.floats[place] = (bits, id);
                id
            }
        }
    }

    /// The id of a text; a new one if it was never seen.
    pub fn intern(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId::NONE;
        }
        if text.len() > LONGEST {
            let mut cut = LONGEST;
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            let mut short = text[..cut].to_string();
            short.push('…');
            return self.intern_exactly(&short);
        }
        let place = (text.as_ptr().addr().wrapping_add(text.len() * 4) / 4) % RECENT;
        match self.recent[place] {
            known if known != TextId::NONE && self.bytes_of(known.0) == text.as_bytes() => known,
            _ => {
                let id = self.intern_exactly(text);
                self.recent[place] = id;
                id
            }
        }
    }

    fn intern_exactly(&mut self, text: &str) -> TextId {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) as usize & mask;
        loop {
            match self.table[slot] {
                0 => break,
                id if self.bytes_of(id) == text.as_bytes() => return TextId(id),
                _ => slot = (slot + 1) & mask,
            }
        }
        if self.buffer.len() + text.len() > MOST_BYTES {
            return TextId(1);
        }
        let id = self.ends.len() as u32;
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len() as u32);
        self.table[slot] = id;
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        TextId(id)
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 4 - 1;
        let mut table = vec![0; mask + 1];
        for id in 1..self.ends.len() as u32 {
            let mut slot = hash(self.get(TextId(id))) as usize & mask;
            while table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            table[slot] = id;
        }
        self.table = table;
    }

    /// Bytes held, tables included.
    pub fn bytes(&self) -> usize {
        self.buffer.len() + 4 * (self.ends.len() + self.table.len())
    }
}

impl Default for Texts {
    fn default() -> Texts {
        Texts::new()
    }
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ byte as u32).wrapping_mul(0x0100_0193))
}
