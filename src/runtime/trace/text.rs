//! The log's table of texts: each distinct text once, in one buffer. The most frequent ones stand in no table: a whole
//! number's digits and `Task-N` are in the id itself.

use std::borrow::Cow;

use super::ids::TextId;

/// The longest text kept, in bytes; longer ones end with «…».
const LONGEST: usize = 1000;
/// All texts together; after that new texts become «…», the id that is always there.
const MOST_BYTES: usize = 64 << 20;

/// The bit of the ids that say their text themselves.
const SAYS: u32 = 1 << 31;
/// Among those, of the names of tasks.
const NAMES: u32 = 1 << 30;
/// How a task is called to which no name was given, before its number.
const TASK: &str = "Task-";

impl TextId {
    /// The digits of a whole number, if they need no place in a table.
    pub fn number(n: i64) -> Option<TextId> {
        (0..NAMES as i64).contains(&n).then_some(TextId(SAYS | n as u32))
    }

    /// `Task-N`. A log ends long before it has so many tasks that two have the same name here.
    pub fn task_name(n: u32) -> TextId {
        TextId(SAYS | NAMES | n & (NAMES - 1))
    }

    /// Whether it is the name of a task to which none was given, `Task-N`.
    pub fn is_task_name(self) -> bool {
        self.0 & (SAYS | NAMES) == SAYS | NAMES
    }

    /// The id that says a text itself, if there is one: that text always has this id.
    fn saying(text: &str) -> Option<TextId> {
        let (digits, made) = match text.strip_prefix(TASK) {
            Some(digits) => (digits, SAYS | NAMES),
            None => (text, SAYS),
        };
        let canonical = match digits.as_bytes() {
            [b'0'] => true,
            [b'1'..=b'9', rest @ ..] => rest.len() < 10 && rest.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        let n = canonical.then(|| digits.parse::<u32>().ok()).flatten()?;
        (n < NAMES).then_some(TextId(made | n))
    }
}

/// Interned texts. Ids are dealt in order of first use; id 0 is the empty text, id 1 is «…».
pub struct Texts {
    buffer: String,
    /// Where each text ends in the buffer.
    ends: Vec<u32>,
    /// Open addressing, a power of two long: ids, 0 = free.
    table: Vec<u32>,
    /// Texts met lately, each at a place that its address says: names are asked for at the same one again and again.
    recent: [TextId; RECENT],
    /// Floats met lately, each at one of the places that its bits say; empty before the first of them.
    floats: Vec<[(u64, TextId); WAYS]>,
}

const RECENT: usize = 64;
/// Programs have few delays, and use each of them often.
const FLOATS: usize = 512;
const WAYS: usize = 4;

impl Texts {
    pub fn new() -> Texts {
        let mut texts = Texts {
            buffer: String::new(),
            ends: vec![0],
            table: vec![0; 64],
            recent: [TextId::NONE; RECENT],
            floats: Vec::new(),
        };
        texts.intern("…");
        texts
    }

    pub fn get(&self, id: TextId) -> Cow<'_, str> {
        if id.0 & SAYS == 0 {
            return self.stored(id).into();
        }
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(id.0 & (NAMES - 1));
        [if id.0 & NAMES == 0 { "" } else { TASK }, digits].concat().into()
    }

    /// A text that stands in the table; "" for one that its id says.
    pub fn stored(&self, id: TextId) -> &str {
        if id.is_none() || id.0 & SAYS != 0 { "" } else { &self.buffer[self.range_of(id.0)] }
    }

    #[inline(always)]
    fn range_of(&self, id: u32) -> std::ops::Range<usize> {
        self.ends[id as usize - 1] as usize..self.ends[id as usize] as usize
    }

    #[inline(always)]
    fn bytes_of(&self, id: u32) -> &[u8] {
        &self.buffer.as_bytes()[self.range_of(id)]
    }

    /// The id of a whole number's digits.
    pub fn intern_number(&mut self, n: i64) -> TextId {
        TextId::number(n).unwrap_or_else(|| self.intern_exactly(itoa::Buffer::new().format(n)))
    }

    /// The id of what `repr` says of a float. It is asked only if the float was not met lately.
    pub fn intern_float(&mut self, x: f64, repr: impl FnOnce(f64) -> String) -> TextId {
        if self.floats.is_empty() {
            self.floats = vec![[(0, TextId::NONE); WAYS]; FLOATS];
        }
        let bits = x.to_bits();
        let place = (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 55) as usize % FLOATS;
        let same = |(known, id): &&(u64, TextId)| *known == bits && id.is_some();
        if let Some((_, id)) = self.floats[place].iter().find(same) {
            return *id;
        }
        let id = self.intern_exactly(&repr(x));
        // What was met last stands first.
        self.floats[place].rotate_right(1);
        self.floats[place][0] = (bits, id);
        id
    }

    /// The id of a text; a new one if it was never seen.
    pub fn intern(&mut self, text: &str) -> TextId {
        if text.is_empty() {
            return TextId::NONE;
        }
        if let Some(id) = TextId::saying(text) {
            return id;
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
        let mut slot = hash(text.as_bytes()) as usize & mask;
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
            let mut slot = hash(self.bytes_of(id)) as usize & mask;
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

/// Eight bytes at a time. Only the places in the table depend on it.
fn hash(text: &[u8]) -> u32 {
    let mut hash = text.len() as u64;
    let mut mix = |word: u64| hash = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let (words, rest) = text.as_chunks::<8>();
    words.iter().for_each(|word| mix(u64::from_le_bytes(*word)));
    mix(rest.iter().fold(0, |word, byte| word << 8 | *byte as u64));
    (hash >> 32) as u32 ^ hash as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_id_however_it_comes() {
        let mut texts = Texts::new();
        for n in [0, 7, 10, 1_073_741_823, 1_073_741_824, i64::MAX, -3] {
            let id = texts.intern_number(n);
            assert_eq!(texts.intern(&n.to_string()), id, "{n}");
            assert_eq!(texts.get(id), n.to_string());
        }
        assert_eq!(texts.intern("Task-12"), TextId::task_name(12));
        assert_eq!(texts.get(TextId::task_name(12)), "Task-12");
    }

    #[test]
    fn what_only_resembles_a_number_stands_in_the_table() {
        let mut texts = Texts::new();
        for text in ["", "…", "05", "1_000", "Task-", "Task-01", "Task--1", "task-1", "99999999999", "１", "1.0"] {
            let id = texts.intern(text);
            assert_eq!((texts.get(id).as_ref(), texts.stored(id)), (text, text));
            assert_eq!(texts.intern(text), id);
        }
    }

    #[test]
    fn floats_are_worded_once_while_they_are_few() {
        let (mut texts, mut worded) = (Texts::new(), 0);
        for _ in 0..3 {
            for n in 0..500 {
                let id = texts.intern_float(n as f64 / 1000.0, |x| {
                    worded += 1;
                    format!("{x:?}")
                });
                assert_eq!(texts.get(id), format!("{:?}", n as f64 / 1000.0));
            }
        }
        assert!(worded < 600, "{worded}");
    }
}
