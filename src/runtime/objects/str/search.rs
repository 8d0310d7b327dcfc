//! Finding, counting and replacing, over str and bytes alike.

use std::borrow::Cow;

use super::{PyStr, Units};

/// A code unit: a byte of bytes, or a str's unit of one of the three widths.
pub trait Unit: Copy + Eq + Into<u32> {
    /// The string in units of this width, widened if it is narrower; `None` if it is wider.
    fn view(text: &PyStr) -> Option<Cow<'_, [Self]>>;

    /// Where a unit stands first.
    fn find(hay: &[Self], unit: Self) -> Option<usize> {
        hay.iter().position(|&c| c == unit)
    }
}

impl Unit for u8 {
    fn view(text: &PyStr) -> Option<Cow<'_, [u8]>> {
        match text.units() {
            Units::One(u) => Some(Cow::Borrowed(u)),
            _ => None,
        }
    }

    fn find(hay: &[u8], unit: u8) -> Option<usize> {
        memchr::memchr(unit, hay)
    }
}

impl Unit for u16 {
    fn view(text: &PyStr) -> Option<Cow<'_, [u16]>> {
        match text.units() {
            Units::One(u) => Some(u.iter().map(|&c| c.into()).collect()),
            Units::Two(u) => Some(Cow::Borrowed(u)),
            Units::Four(_) => None,
        }
    }
}

impl Unit for u32 {
    fn view(text: &PyStr) -> Option<Cow<'_, [u32]>> {
        match text.units() {
            Units::One(u) => Some(u.iter().map(|&c| c.into()).collect()),
            Units::Two(u) => Some(u.iter().map(|&c| c.into()).collect()),
            Units::Four(u) => Some(Cow::Borrowed(u)),
        }
    }
}

/// Runs `$body` with `$units` bound to the string's slice of units, whatever their width.
macro_rules! by_width {
    ($text:expr, $units:ident => $body:expr) => {
        match $text.units() {
            $crate::objects::str::Units::One($units) => $body,
            $crate::objects::str::Units::Two($units) => $body,
            $crate::objects::str::Units::Four($units) => $body,
        }
    };
}
pub(super) use by_width;

/// The lowest index at which `needle` stands.
pub fn find<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let (&last, head) = match needle {
        [] => return Some(0),
        [one] => return T::find(hay, *one),
        [head @ .., last] => (last, head),
    };
    if needle.len() > hay.len() {
        return None;
    }
    // Horspool's skip for the last unit alone, and a 64-bit mask of the units that occur (CPython's fastsearch).
    let bit = |unit: T| 1u64 << (unit.into() & 63);
    let mask = needle.iter().fold(0, |mask, &unit| mask | bit(unit));
    let skip = head.iter().rev().position(|&unit| unit == last).unwrap_or(head.len());
    let mut at = 0;
    let end = hay.len() - needle.len();
    let mut work = 0;
    while at <= end {
        let after = hay.get(at + needle.len());
        if hay[at + head.len()] == last {
            if hay[at..].starts_with(head) {
                return Some(at);
            }
            work += needle.len();
            if work > hay.len() + ENOUGH {
                return linear(&hay[at..], needle).map(|found| at + found);
            }
            at += match after {
                Some(&unit) if mask & bit(unit) == 0 => needle.len() + 1,
                _ => skip + 1,
            };
        } else {
            at += match after {
                Some(&unit) if mask & bit(unit) == 0 => needle.len() + 1,
                _ => 1,
            };
        }
    }
    None
}

/// How many units beyond the string's length may be compared in vain before [`linear`] takes over.
const ENOUGH: usize = 4096;

/// [`find`] in a time that no string makes worse: what follows how much of the needle (Knuth, Morris, Pratt).
#[cold]
fn linear<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let mut borders = vec![0; needle.len()];
    let mut border = 0;
    for at in 1..needle.len() {
        while border > 0 && needle[at] != needle[border] {
            border = borders[border - 1];
        }
        border += (needle[at] == needle[border]) as usize;
        borders[at] = border;
    }
    let mut matched = 0;
    for (at, unit) in hay.iter().enumerate() {
        while matched > 0 && *unit != needle[matched] {
            matched = borders[matched - 1];
        }
        matched += (*unit == needle[matched]) as usize;
        if matched == needle.len() {
            return Some(at + 1 - matched);
        }
    }
    None
}

/// The highest index at which `needle` stands.
pub fn rfind<T: Unit>(hay: &[T], needle: &[T]) -> Option<usize> {
    let Some((&first, rest)) = needle.split_first() else { return Some(hay.len()) };
    let mut work = 0;
    for at in (0..=hay.len().checked_sub(needle.len())?).rev() {
        if hay[at] != first {
            continue;
        }
        if hay[at + 1..].starts_with(rest) {
            return Some(at);
        }
        work += needle.len();
        if work > hay.len() + ENOUGH {
            let reversed = |units: &[T]| units.iter().rev().copied().collect::<Vec<T>>();
            let within = &hay[..at + rest.len()];
            return linear(&reversed(within), &reversed(needle)).map(|found| within.len() - found - needle.len());
        }
    }
    None
}

/// Occurrences that do not overlap, at most `max`, from the left. An empty needle stands before every unit and at the
/// end.
pub fn occurrences<T: Unit>(hay: &[T], needle: &[T], max: usize) -> Vec<usize> {
    if needle.is_empty() {
        return (0..=hay.len()).take(max).collect();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < max
        && let Some(offset) = find(&hay[at..], needle)
    {
        found.push(at + offset);
        at += offset + needle.len();
    }
    found
}

/// `replace`: `None` if nothing changes. `max` is `usize::MAX` for all.
pub fn replace<T: Unit>(hay: &[T], old: &[T], new: &[T], max: usize) -> Option<Vec<T>> {
    if let ([from], [to]) = (old, new)
        && max == usize::MAX
    {
        let first = T::find(hay, *from)?;
        let mut out = hay.to_vec();
        out[first..].iter_mut().for_each(|c| *c = if c == from { *to } else { *c });
        return Some(out);
    }
    let places = occurrences(hay, old, max);
    if places.is_empty() {
        return None;
    }
    let mut out = Vec::with_capacity(hay.len() + places.len() * new.len().saturating_sub(old.len()));
    let mut from = 0;
    for place in places {
        out.extend_from_slice(&hay[from..place]);
        out.extend_from_slice(new);
        from = place + old.len();
    }
    out.extend_from_slice(&hay[from..]);
    Some(out)
}

/// What `find`, `count`, `startswith`… do with the optional `start` and `end` (`ADJUST_INDICES`). `None`: the start
/// lies behind the end, where not even an empty string is found.
pub fn adjust(start: i64, end: i64, len: usize) -> Option<(usize, usize)> {
    let len = len as i64;
    let clip = |i: i64| if i < 0 { (i + len).max(0) } else { i };
    let (start, end) = (clip(start), clip(end).min(len));
    (start <= end).then_some((start as usize, end as usize))
}

impl PyStr {
    /// `str.find(needle, start, end)`; indices as given by the program, `i64::MAX` for no end.
    pub fn find(&self, needle: &PyStr, start: i64, end: i64) -> Option<usize> {
        fn within<T: Unit>(hay: &[T], needle: &PyStr) -> Option<usize> {
            find(hay, &T::view(needle)?)
        }
        let (start, end) = adjust(start, end, self.len())?;
        Some(start + by_width!(self, hay => within(&hay[start..end], needle))?)
    }

    pub fn rfind(&self, needle: &PyStr, start: i64, end: i64) -> Option<usize> {
        fn within<T: Unit>(hay: &[T], needle: &PyStr) -> Option<usize> {
            rfind(hay, &T::view(needle)?)
        }
        let (start, end) = adjust(start, end, self.len())?;
        Some(start + by_width!(self, hay => within(&hay[start..end], needle))?)
    }

    /// `needle in self`
    pub fn contains(&self, needle: &PyStr) -> bool {
        self.find(needle, 0, i64::MAX).is_some()
    }

    pub fn count(&self, needle: &PyStr, start: i64, end: i64) -> usize {
        fn within<T: Unit>(hay: &[T], needle: &PyStr) -> usize {
            T::view(needle).map_or(0, |needle| occurrences(hay, &needle, usize::MAX).len())
        }
        let Some((start, end)) = adjust(start, end, self.len()) else { return 0 };
        by_width!(self, hay => within(&hay[start..end], needle))
    }

    pub fn starts_with(&self, prefix: &PyStr, start: i64, end: i64) -> bool {
        match adjust(start, end, self.len()) {
            Some((start, end)) => prefix.len() <= end - start && self.stands_at(start, prefix),
            None => false,
        }
    }

    pub fn ends_with(&self, suffix: &PyStr, start: i64, end: i64) -> bool {
        match adjust(start, end, self.len()) {
            Some((start, end)) => suffix.len() <= end - start && self.stands_at(end - suffix.len(), suffix),
            None => false,
        }
    }

    fn stands_at(&self, at: usize, part: &PyStr) -> bool {
        match (self.units(), part.units()) {
            (Units::One(hay), Units::One(part)) => hay[at..].starts_with(part),
            _ => (0..part.len()).all(|i| self.at(at + i) == part.at(i)),
        }
    }

    /// `str.replace`; `max` is `usize::MAX` for all. `None` if nothing changes.
    pub fn replace(&self, old: &PyStr, new: &PyStr, max: usize) -> Option<PyStr> {
        fn within<T: Unit>(hay: &[T], old: &PyStr, new: &PyStr, max: usize) -> Option<Option<Vec<T>>> {
            let Some(old) = T::view(old) else { return Some(None) };
            Some(replace(hay, &old, &T::view(new)?, max))
        }
        let replaced = match self.units() {
            Units::One(hay) => within(hay, old, new, max).map(|new| new.map(PyStr::of_latin1)),
            Units::Two(hay) => {
                within(hay, old, new, max).map(|new| new.map(|units| PyStr::from_units(Units::Two(&units))))
            }
            Units::Four(hay) => {
                within(hay, old, new, max).map(|new| new.map(|units| PyStr::from_units(Units::Four(&units))))
            }
        };
        if let Some(replaced) = replaced {
            return replaced;
        }
        // What comes in is wider.
        fn everywhere<T: Unit>(hay: &[T], old: &PyStr) -> Vec<usize> {
            T::view(old).map_or(Vec::new(), |old| occurrences(hay, &old, usize::MAX))
        }
        let mut places = by_width!(self, hay => everywhere(hay, old));
        places.truncate(max);
        if places.is_empty() {
            return None;
        }
        let mut out = PyStr::new();
        let mut from = 0;
        for place in places {
            out.push_range(self, from, place);
            out.push_py(new);
            from = place + old.len();
        }
        out.push_range(self, from, self.len());
        Some(out)
    }
}
