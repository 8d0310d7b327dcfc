//! `PyStr`: the data of a Python str in the shape of PEP 393, with O(1) length and index by code point.

pub mod bytes;
mod case;
pub mod charset;
mod charset_differences;
pub mod codec;
pub use loopscope_names as names;
mod pad;
pub mod predicates;
pub mod repr;
mod search;
mod slice;
mod split;
mod tables;
pub mod unicode_codec;
pub mod width;

#[cfg(test)]
pub mod tests;

use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt;

use compact_str::CompactString;

use crate::objects::hash;

pub use repr::{ascii_of, repr_bytes};

/// The widest code unit that a string needs. Invariant: always the narrowest of the four that holds every character,
/// so that two equal strings have the same variant.
#[derive(Clone)]
enum Data {
    Ascii(CompactString),
    Latin1(Vec<u8>),
    Ucs2(Vec<u16>),
    Ucs4(Vec<u32>),
}

/// A str's characters as code units of one width, one unit a code point. Surrogates may stand alone.
#[derive(Clone, Copy)]
pub enum Units<'a> {
    One(&'a [u8]),
    Two(&'a [u16]),
    Four(&'a [u32]),
}

/// A Python string. Growing it (`push…`) is for whoever builds it; once shared it does not change.
#[derive(Clone)]
pub struct PyStr {
    data: Data,
    /// -1 while unknown: no hash is ever -1.
    hash: Cell<i64>,
}

impl PyStr {
    pub const fn new() -> PyStr {
        PyStr { data: Data::Ascii(CompactString::const_new("")), hash: Cell::new(-1) }
    }

    fn from_data(data: Data) -> PyStr {
        PyStr { data, hash: Cell::new(-1) }
    }

    /// From text that is ASCII for certain (checked: anything else takes the general way).
    pub fn from_string(text: String) -> PyStr {
        if text.is_ascii() { Self::from_data(Data::Ascii(CompactString::from(text))) } else { Self::wide(&text) }
    }

    /// The decimal digits of a number.
    pub fn from_int(n: i64) -> PyStr {
        Self::from_data(Data::Ascii(CompactString::new(itoa::Buffer::new().format(n))))
    }

    fn wide(text: &str) -> PyStr {
        let mut out = PyStr::new();
        out.push_str(text);
        out
    }

    /// From code points up to 0x10FFFF, surrogates included.
    pub fn from_points(points: impl IntoIterator<Item = u32>) -> PyStr {
        let mut out = PyStr::new();
        for point in points {
            out.push(point);
        }
        out
    }

    /// `chr(point)`; the caller has checked the range.
    pub fn from_point(point: u32) -> PyStr {
        let mut out = PyStr::new();
        out.push(point);
        out
    }

    /// Bytes taken as code points: the latin-1 decoding.
    pub fn from_latin1(bytes: &[u8]) -> PyStr {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => Self::from_data(Data::Ascii(CompactString::new(text))),
            _ => Self::from_data(Data::Latin1(bytes.to_vec())),
        }
    }

    /// As [`PyStr::from_latin1`], of bytes that are given away.
    fn of_latin1(bytes: Vec<u8>) -> PyStr {
        if !bytes.is_ascii() {
            return Self::from_data(Data::Latin1(bytes));
        }
        Self::from_data(Data::Ascii(String::from_utf8(bytes).map(CompactString::from).unwrap_or_default()))
    }

    /// The string of units that may be wider than needed.
    fn from_units(units: Units<'_>) -> PyStr {
        fn widest<T: Copy + Into<u32>>(units: &[T]) -> u32 {
            units.iter().fold(0, |all, &unit| all | unit.into())
        }
        match units {
            Units::One(u) => Self::from_latin1(u),
            Units::Two(u) => match widest(u) {
                0..=0xFF => Self::from_latin1(&u.iter().map(|&c| c as u8).collect::<Vec<_>>()),
                _ => Self::from_data(Data::Ucs2(u.to_vec())),
            },
            Units::Four(u) => match widest(u) {
                0..=0xFF => Self::from_latin1(&u.iter().map(|&c| c as u8).collect::<Vec<_>>()),
                0x100..=0xFFFF => Self::from_data(Data::Ucs2(u.iter().map(|&c| c as u16).collect())),
                _ => Self::from_data(Data::Ucs4(u.to_vec())),
            },
        }
    }

    /// Number of code points.
    pub fn len(&self) -> usize {
        match &self.data {
            Data::Ascii(s) => s.len(),
            Data::Latin1(u) => u.len(),
            Data::Ucs2(u) => u.len(),
            Data::Ucs4(u) => u.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn is_ascii(&self) -> bool {
        matches!(self.data, Data::Ascii(_))
    }

    /// Bytes a character takes in CPython's object: 1, 2 or 4 (for `sys.getsizeof`).
    pub fn unit_size(&self) -> usize {
        match self.data {
            Data::Ascii(_) | Data::Latin1(_) => 1,
            Data::Ucs2(_) => 2,
            Data::Ucs4(_) => 4,
        }
    }

    pub fn units(&self) -> Units<'_> {
        match &self.data {
            Data::Ascii(s) => Units::One(s.as_bytes()),
            Data::Latin1(u) => Units::One(u),
            Data::Ucs2(u) => Units::Two(u),
            Data::Ucs4(u) => Units::Four(u),
        }
    }

    /// The code point at `index < len`.
    pub fn at(&self, index: usize) -> u32 {
        match &self.data {
            Data::Ascii(s) => s.as_bytes()[index].into(),
            Data::Latin1(u) => u[index].into(),
            Data::Ucs2(u) => u[index].into(),
            Data::Ucs4(u) => u[index],
        }
    }

    pub fn points(&self) -> Points<'_> {
        Points { units: self.units(), front: 0, back: self.len() }
    }

    /// The text, if it is ASCII: at no cost.
    pub fn as_ascii(&self) -> Option<&str> {
        match &self.data {
            Data::Ascii(s) => Some(s),
            _ => None,
        }
    }

    /// The text as UTF-8; `Err` holds the index of the first surrogate.
    pub fn to_utf8(&self) -> Result<Cow<'_, str>, usize> {
        if let Some(ascii) = self.as_ascii() {
            return Ok(Cow::Borrowed(ascii));
        }
        let mut out = String::with_capacity(self.len() * 2);
        for (index, point) in self.points().enumerate() {
            out.push(char::from_u32(point).ok_or(index)?);
        }
        Ok(Cow::Owned(out))
    }

    /// The text as UTF-8 for display, surrogates replaced by U+FFFD.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self.as_ascii() {
            Some(ascii) => Cow::Borrowed(ascii),
            None => Cow::Owned(self.points().map(|p| char::from_u32(p).unwrap_or('\u{FFFD}')).collect()),
        }
    }

    /// CPython's hash under PYTHONHASHSEED=0, computed once.
    pub fn hash(&self) -> i64 {
        if self.hash.get() == -1 {
            self.hash.set(match self.units() {
                Units::One(u) => hash::hash_bytes(u),
                Units::Two(u) => hash::hash_bytes(&u.iter().flat_map(|c| c.to_le_bytes()).collect::<Vec<_>>()),
                Units::Four(u) => hash::hash_bytes(&u.iter().flat_map(|c| c.to_le_bytes()).collect::<Vec<_>>()),
            });
        }
        self.hash.get()
    }

    /// The first characters as a number, a byte each: a lesser string never has a greater number.
    pub fn prefix(&self) -> u64 {
        let mut bytes = [0; 8];
        match self.units() {
            Units::One(units) if units.len() >= 8 && self.is_ascii() => bytes.copy_from_slice(&units[..8]),
            _ => {
                for (byte, point) in bytes.iter_mut().zip(self.points()) {
                    *byte = point.min(0xFF) as u8;
                    // Beyond this one the numbers could not be compared.
                    if point >= 0xFF {
                        break;
                    }
                }
            }
        }
        u64::from_be_bytes(bytes)
    }

    /// Appends a code point, widening the data if it must.
    pub fn push(&mut self, point: u32) {
        self.hash.set(-1);
        self.widen(point);
        match &mut self.data {
            Data::Ascii(s) => s.push(point as u8 as char),
            Data::Latin1(u) => u.push(point as u8),
            Data::Ucs2(u) => u.push(point as u16),
            Data::Ucs4(u) => u.push(point),
        }
    }

    pub fn push_str(&mut self, text: &str) {
        self.hash.set(-1);
        if let Data::Ascii(s) = &mut self.data
            && text.is_ascii()
        {
            s.push_str(text);
            return;
        }
        for c in text.chars() {
            self.push(c.into());
        }
    }

    /// Appends another string: in place, so that `s += t` on an unshared string is amortised.
    pub fn push_py(&mut self, other: &PyStr) {
        self.hash.set(-1);
        match &other.data {
            Data::Ascii(t) if self.is_ascii() => {
                if let Data::Ascii(s) = &mut self.data {
                    s.push_str(t);
                }
                return;
            }
            Data::Ascii(_) => {}
            Data::Latin1(_) => self.widen(0xFF),
            Data::Ucs2(_) => self.widen(0xFFFF),
            Data::Ucs4(_) => self.widen(0x10FFFF),
        }
        fn extend<T>(into: &mut Vec<T>, units: Units<'_>, narrow: impl Fn(u32) -> T) {
            match units {
                Units::One(u) => into.extend(u.iter().map(|&c| narrow(c.into()))),
                Units::Two(u) => into.extend(u.iter().map(|&c| narrow(c.into()))),
                Units::Four(u) => into.extend(u.iter().map(|&c| narrow(c))),
            }
        }
        match &mut self.data {
            Data::Ascii(_) => {}
            Data::Latin1(u) => extend(u, other.units(), |c| c as u8),
            Data::Ucs2(u) => extend(u, other.units(), |c| c as u16),
            Data::Ucs4(u) => extend(u, other.units(), |c| c),
        }
    }

    /// Makes the data wide enough for `point`. Nothing may be left wider than its widest character, so the caller
    /// pushes such a character next.
    fn widen(&mut self, point: u32) {
        let rank = match self.data {
            Data::Ascii(_) => 0x7F,
            Data::Latin1(_) => 0xFF,
            Data::Ucs2(_) => 0xFFFF,
            Data::Ucs4(_) => 0x10FFFF,
        };
        if point <= rank {
            return;
        }
        self.data = match (point, self.units()) {
            (0..=0xFF, Units::One(u)) => Data::Latin1(u.to_vec()),
            (0..=0xFFFF, Units::One(u)) => Data::Ucs2(u.iter().map(|&c| c.into()).collect()),
            (_, Units::One(u)) => Data::Ucs4(u.iter().map(|&c| c.into()).collect()),
            (_, Units::Two(u)) => Data::Ucs4(u.iter().map(|&c| c.into()).collect()),
            (_, Units::Four(u)) => Data::Ucs4(u.to_vec()),
        };
    }
}

/// The code points of a string, from both ends.
#[derive(Clone)]
pub struct Points<'a> {
    units: Units<'a>,
    front: usize,
    back: usize,
}

impl Units<'_> {
    fn get(&self, index: usize) -> u32 {
        match self {
            Units::One(u) => u[index].into(),
            Units::Two(u) => u[index].into(),
            Units::Four(u) => u[index],
        }
    }
}

impl Iterator for Points<'_> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.front == self.back {
            return None;
        }
        self.front += 1;
        Some(self.units.get(self.front - 1))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.back - self.front, Some(self.back - self.front))
    }
}

impl DoubleEndedIterator for Points<'_> {
    fn next_back(&mut self) -> Option<u32> {
        if self.front == self.back {
            return None;
        }
        self.back -= 1;
        Some(self.units.get(self.back))
    }
}

impl ExactSizeIterator for Points<'_> {}

impl PartialEq for PyStr {
    fn eq(&self, other: &PyStr) -> bool {
        let (a, b) = (self.hash.get(), other.hash.get());
        if a != b && a != -1 && b != -1 {
            return false;
        }
        match (&self.data, &other.data) {
            (Data::Ascii(a), Data::Ascii(b)) => a.as_bytes() == b.as_bytes(),
            (Data::Latin1(a), Data::Latin1(b)) => a == b,
            (Data::Ucs2(a), Data::Ucs2(b)) => a == b,
            (Data::Ucs4(a), Data::Ucs4(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for PyStr {}

impl PartialEq<str> for PyStr {
    fn eq(&self, other: &str) -> bool {
        match &self.data {
            Data::Ascii(s) => s.as_bytes() == other.as_bytes(),
            _ => self.points().eq(other.chars().map(u32::from)),
        }
    }
}

impl PartialEq<&str> for PyStr {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl Ord for PyStr {
    /// By code points, as CPython's `unicode_compare`.
    fn cmp(&self, other: &PyStr) -> Ordering {
        if let (Data::Ascii(a), Data::Ascii(b)) = (&self.data, &other.data) {
            return a.as_bytes().cmp(b.as_bytes());
        }
        match (self.units(), other.units()) {
            (Units::One(a), Units::One(b)) => a.cmp(b),
            _ => self.points().cmp(other.points()),
        }
    }
}

impl PartialOrd for PyStr {
    fn partial_cmp(&self, other: &PyStr) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::hash::Hash for PyStr {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_i64(PyStr::hash(self));
    }
}

impl Default for PyStr {
    fn default() -> PyStr {
        PyStr::new()
    }
}

impl From<&str> for PyStr {
    fn from(text: &str) -> PyStr {
        if text.is_ascii() { PyStr::from_data(Data::Ascii(CompactString::new(text))) } else { PyStr::wide(text) }
    }
}

impl From<String> for PyStr {
    fn from(text: String) -> PyStr {
        PyStr::from_string(text)
    }
}

impl From<char> for PyStr {
    fn from(c: char) -> PyStr {
        PyStr::from_point(c.into())
    }
}

impl fmt::Write for PyStr {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

impl fmt::Display for PyStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl fmt::Debug for PyStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.repr().to_text())
    }
}
