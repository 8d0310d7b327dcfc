//! Splitting, stripping, lines and partitions, over str and bytes alike: the searches give ranges of indices.

use super::PyStr;
use super::predicates::is_space;
use super::search::{Unit, by_width, find, rfind};

pub type Ranges = Vec<(usize, usize)>;

/// `split(sep, max)`; `sep` is not empty.
pub fn split<T: Unit>(hay: &[T], sep: &[T], max: usize) -> Ranges {
    let mut out = Vec::new();
    let mut from = 0;
    while out.len() < max
        && let Some(offset) = find(&hay[from..], sep)
    {
        out.push((from, from + offset));
        from += offset + sep.len();
    }
    out.push((from, hay.len()));
    out
}

/// `rsplit(sep, max)`; `sep` is not empty.
pub fn rsplit<T: Unit>(hay: &[T], sep: &[T], max: usize) -> Ranges {
    let mut out = Vec::new();
    let mut to = hay.len();
    while out.len() < max
        && let Some(at) = rfind(&hay[..to], sep)
    {
        out.push((at + sep.len(), to));
        to = at;
    }
    out.push((0, to));
    out.reverse();
    out
}

/// `split(None, max)`: runs of space separate, none stands at the ends; what is left after `max` splits keeps its end.
pub fn split_space<T: Unit>(hay: &[T], max: usize, space: fn(u32) -> bool) -> Ranges {
    let is_space = |i: usize| space(hay[i].into());
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        while at < hay.len() && is_space(at) {
            at += 1;
        }
        if at == hay.len() {
            return out;
        }
        let from = at;
        if out.len() == max {
            out.push((from, hay.len()));
            return out;
        }
        while at < hay.len() && !is_space(at) {
            at += 1;
        }
        out.push((from, at));
    }
}

/// `rsplit(None, max)`
pub fn rsplit_space<T: Unit>(hay: &[T], max: usize, space: fn(u32) -> bool) -> Ranges {
    let is_space = |i: usize| space(hay[i].into());
    let mut out = Vec::new();
    let mut at = hay.len();
    loop {
        while at > 0 && is_space(at - 1) {
            at -= 1;
        }
        if at == 0 {
            break;
        }
        let to = at;
        if out.len() == max {
            out.push((0, to));
            break;
        }
        while at > 0 && !is_space(at - 1) {
            at -= 1;
        }
        out.push((at, to));
    }
    out.reverse();
    out
}

/// `splitlines(keepends)`; `\r\n` is one break.
pub fn split_lines<T: Unit>(hay: &[T], keep_ends: bool, is_break: fn(u32) -> bool) -> Ranges {
    let mut out = Vec::new();
    let mut at = 0;
    while at < hay.len() {
        let from = at;
        while at < hay.len() && !is_break(hay[at].into()) {
            at += 1;
        }
        let mut end = at;
        if at < hay.len() {
            let pair = hay[at].into() == 13 && hay.get(at + 1).is_some_and(|&c| c.into() == 10);
            at += if pair { 2 } else { 1 };
            if keep_ends {
                end = at;
            }
        }
        out.push((from, end));
    }
    out
}

/// What is left after stripping what `drop` accepts on the chosen sides.
pub fn strip<T: Unit>(hay: &[T], left: bool, right: bool, drop: impl Fn(u32) -> bool) -> (usize, usize) {
    let (mut from, mut to) = (0, hay.len());
    while left && from < to && drop(hay[from].into()) {
        from += 1;
    }
    while right && from < to && drop(hay[to - 1].into()) {
        to -= 1;
    }
    (from, to)
}

/// `Py_UNICODE_ISLINEBREAK`
pub fn is_line_break(point: u32) -> bool {
    matches!(point, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

impl PyStr {
    fn parts(&self, ranges: Ranges) -> Vec<PyStr> {
        ranges.into_iter().map(|(from, to)| self.slice(from, to)).collect()
    }

    /// `split(sep, max)`; `sep` is not empty, `max` is `usize::MAX` for all.
    pub fn split(&self, sep: &PyStr, max: usize) -> Vec<PyStr> {
        fn ranges<T: Unit>(hay: &[T], sep: &PyStr, max: usize) -> Ranges {
            T::view(sep).map_or(vec![(0, hay.len())], |sep| split(hay, &sep, max))
        }
        self.parts(by_width!(self, hay => ranges(hay, sep, max)))
    }

    pub fn rsplit(&self, sep: &PyStr, max: usize) -> Vec<PyStr> {
        fn ranges<T: Unit>(hay: &[T], sep: &PyStr, max: usize) -> Ranges {
            T::view(sep).map_or(vec![(0, hay.len())], |sep| rsplit(hay, &sep, max))
        }
        self.parts(by_width!(self, hay => ranges(hay, sep, max)))
    }

    /// `split(None, max)`
    pub fn split_space(&self, max: usize) -> Vec<PyStr> {
        self.parts(by_width!(self, hay => split_space(hay, max, is_space)))
    }

    pub fn rsplit_space(&self, max: usize) -> Vec<PyStr> {
        self.parts(by_width!(self, hay => rsplit_space(hay, max, is_space)))
    }

    pub fn split_lines(&self, keep_ends: bool) -> Vec<PyStr> {
        self.parts(by_width!(self, hay => split_lines(hay, keep_ends, is_line_break)))
    }

    /// `partition(sep)`: `None` if `sep` (not empty) is not found.
    pub fn partition(&self, sep: &PyStr) -> Option<(PyStr, PyStr)> {
        let at = self.find(sep, 0, i64::MAX)?;
        Some((self.slice(0, at), self.slice(at + sep.len(), self.len())))
    }

    pub fn rpartition(&self, sep: &PyStr) -> Option<(PyStr, PyStr)> {
        let at = self.rfind(sep, 0, i64::MAX)?;
        Some((self.slice(0, at), self.slice(at + sep.len(), self.len())))
    }

    /// `strip`, `lstrip`, `rstrip`: of space, or of the characters of `set`.
    pub fn strip(&self, set: Option<&PyStr>, left: bool, right: bool) -> PyStr {
        let drop = |point: u32| match set {
            None => is_space(point),
            Some(set) => set.points().any(|p| p == point),
        };
        let (from, to) = by_width!(self, hay => strip(hay, left, right, drop));
        if to - from == self.len() { self.clone() } else { self.slice(from, to) }
    }

    /// `removeprefix`
    pub fn remove_prefix(&self, prefix: &PyStr) -> PyStr {
        let found = self.starts_with(prefix, 0, i64::MAX);
        if found { self.slice(prefix.len(), self.len()) } else { self.clone() }
    }

    /// `removesuffix`
    pub fn remove_suffix(&self, suffix: &PyStr) -> PyStr {
        let found = self.ends_with(suffix, 0, i64::MAX);
        if found { self.slice(0, self.len() - suffix.len()) } else { self.clone() }
    }
}
