//! Slices, concatenation, repetition, joining.

use std::convert::Infallible;

use compact_str::CompactString;

use super::{Data, PyStr, Units};

impl PyStr {
    /// The characters `start..end`, with `start <= end <= len`.
    pub fn slice(&self, start: usize, end: usize) -> PyStr {
        match &self.data {
            Data::Ascii(s) => PyStr::from(&s[start..end]),
            Data::Latin1(u) => PyStr::from_latin1(&u[start..end]),
            Data::Ucs2(u) => PyStr::from_units(Units::Two(&u[start..end])),
            Data::Ucs4(u) => PyStr::from_units(Units::Four(&u[start..end])),
        }
    }

    /// `count` characters from `start` on, `step` apart (the extended slice; all indices are within the string).
    pub fn slice_step(&self, start: usize, step: i64, count: usize) -> PyStr {
        PyStr::from_points((0..count as i64).map(|i| self.at((start as i64 + i * step) as usize)))
    }

    pub fn push_range(&mut self, other: &PyStr, start: usize, end: usize) {
        if start == 0 && end == other.len() {
            self.push_py(other);
        } else if start < end {
            self.push_py(&other.slice(start, end));
        }
    }

    pub fn concat(&self, other: &PyStr) -> PyStr {
        if let (Data::Ascii(a), Data::Ascii(b)) = (&self.data, &other.data) {
            let mut joined = CompactString::with_capacity(a.len() + b.len());
            joined.push_str(a);
            joined.push_str(b);
            return PyStr::from_data(Data::Ascii(joined));
        }
        let mut out = PyStr::new();
        out.push_py(self);
        out.push_py(other);
        out
    }

    /// `self * times`; the caller has charged the memory.
    pub fn repeat(&self, times: usize) -> PyStr {
        PyStr::from_data(match &self.data {
            Data::Ascii(s) => Data::Ascii(s.repeat(times)),
            _ if times == 0 => return PyStr::new(),
            Data::Latin1(u) => Data::Latin1(u.repeat(times)),
            Data::Ucs2(u) => Data::Ucs2(u.repeat(times)),
            Data::Ucs4(u) => Data::Ucs4(u.repeat(times)),
        })
    }

    /// `self.join(parts)`
    pub fn join<'a>(&self, parts: impl IntoIterator<Item = &'a PyStr>) -> PyStr {
        let Ok(joined) = self.try_join(parts.into_iter().map(Ok::<_, Infallible>), |_| Ok(()));
        joined
    }

    /// As [`PyStr::join`]. `reserve` is asked now and then, and at the end, for memory for so many characters in all. Err: the
    /// first of the parts', or its answer.
    pub fn try_join<'a, E>(
        &self,
        parts: impl IntoIterator<Item = Result<&'a PyStr, E>>,
        mut reserve: impl FnMut(usize) -> Result<(), E>,
    ) -> Result<PyStr, E> {
        let mut joined = PyStr::new();
        let (mut size, mut reserved) = (0, 0);
        for (index, part) in parts.into_iter().enumerate() {
            let part = part?;
            size += part.len() + self.len();
            if size > reserved {
                reserve(size)?;
                reserved = size + UNASKED;
            }
            if index > 0 {
                joined.push_py(self);
            }
            joined.push_py(part);
        }
        reserve(size)?;
        Ok(joined)
    }
}

/// So many characters are joined before the memory for more is asked for.
const UNASKED: usize = 1 << 20;
