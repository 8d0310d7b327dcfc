//! Padding and expanding: center, ljust, rjust, zfill, expandtabs, translate.

use super::PyStr;

impl PyStr {
    fn padded(&self, left: usize, right: usize, fill: u32) -> PyStr {
        if left + right == 0 {
            return self.clone();
        }
        let fill = PyStr::from_point(fill);
        let mut out = fill.repeat(left);
        out.push_py(self);
        out.push_py(&fill.repeat(right));
        out
    }

    pub fn ljust(&self, width: usize, fill: u32) -> PyStr {
        self.padded(0, width.saturating_sub(self.len()), fill)
    }

    pub fn rjust(&self, width: usize, fill: u32) -> PyStr {
        self.padded(width.saturating_sub(self.len()), 0, fill)
    }

    /// `center`: the odd space goes to the left only if the width is odd (CPython's rule).
    pub fn center(&self, width: usize, fill: u32) -> PyStr {
        let pad = width.saturating_sub(self.len());
        let left = pad / 2 + (pad & width & 1);
        self.padded(left, pad - left, fill)
    }

    pub fn zfill(&self, width: usize) -> PyStr {
        let pad = width.saturating_sub(self.len());
        if pad == 0 {
            return self.clone();
        }
        let signed = !self.is_empty() && matches!(self.at(0), 0x2B | 0x2D);
        let mut out = self.slice(0, signed.into());
        out.push_py(&PyStr::from("0").repeat(pad));
        out.push_range(self, signed.into(), self.len());
        out
    }

    pub fn expandtabs(&self, tab_size: usize) -> PyStr {
        let mut out = PyStr::new();
        let mut column = 0;
        for point in self.points() {
            match point {
                9 if tab_size == 0 => {}
                9 => {
                    let spaces = tab_size - column % tab_size;
                    column += spaces;
                    (0..spaces).for_each(|_| out.push(b' '.into()));
                }
                _ => {
                    column = if matches!(point, 10 | 13) { 0 } else { column + 1 };
                    out.push(point);
                }
            }
        }
        out
    }

    /// `translate` with a table that is a plain function: `None` deletes, a string replaces, `Keep` leaves.
    pub fn translate(&self, mut map: impl FnMut(u32) -> Translated) -> PyStr {
        let mut out = PyStr::new();
        for point in self.points() {
            match map(point) {
                Translated::Keep => out.push(point),
                Translated::Delete => {}
                Translated::Point(other) => out.push(other),
                Translated::Text(text) => out.push_py(&text),
            }
        }
        out
    }
}

/// What a translation table says of a character.
pub enum Translated {
    Keep,
    Delete,
    Point(u32),
    Text(PyStr),
}
