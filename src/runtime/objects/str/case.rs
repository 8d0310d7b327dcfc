//! Case mappings: upper, lower, title, capitalize, casefold, swapcase (full mappings, as CPython's).

use super::PyStr;
use super::predicates::{is_lower, is_title, is_unassigned_letter, is_upper};

fn push_mapped<I: Iterator<Item = char>>(out: &mut PyStr, point: u32, map: impl Fn(char) -> I) {
    // These have got their capitals after Unicode 15.1.
    let newer = matches!(point, 0x19B | 0x264 | 0xA7D3 | 0xA7D5) || is_unassigned_letter(point);
    match char::from_u32(point).filter(|_| !newer) {
        Some(c) => map(c).for_each(|c| out.push(c.into())),
        None => out.push(point),
    }
}

fn push_upper(out: &mut PyStr, point: u32) {
    push_mapped(out, point, char::to_uppercase);
}

fn push_lower(out: &mut PyStr, point: u32) {
    push_mapped(out, point, char::to_lowercase);
}

/// The titlecase mapping: that of uppercase but for digraphs, Georgian, ligatures and the Greek iota subscript.
fn push_title(out: &mut PyStr, point: u32) {
    match point {
        0x10D0..=0x10FA | 0x10FD..=0x10FF | 0x1FBC | 0x1FCC | 0x1FFC => out.push(point),
        0x1C4..=0x1CC => out.push(0x1C5 + (point - 0x1C4) / 3 * 3),
        0x1F1..=0x1F3 => out.push(0x1F2),
        0x1F80..=0x1FAF => out.push(point | 8),
        0x1FB3 | 0x1FC3 | 0x1FF3 => out.push(point + 9),
        0x149 => push_upper(out, point),
        _ => {
            let mut upper = PyStr::new();
            push_upper(&mut upper, point);
            for (index, c) in upper.points().enumerate() {
                match (index, c) {
                    (0, _) => out.push(c),
                    (_, 0x399) if point >= 0x1FB2 => out.push(0x345),
                    _ => push_lower(out, c),
                }
            }
        }
    }
}

fn push_folded(out: &mut PyStr, point: u32) {
    match point {
        0x131 | 0x13A0..=0x13F5 => out.push(point),
        0x13F8..=0x13FD => out.push(point - 8),
        0xAB70..=0xABBF => out.push(point - 0xAB70 + 0x13A0),
        0x1E9E => out.push_str("ss"),
        _ => {
            let mut upper = PyStr::new();
            push_upper(&mut upper, point);
            upper.points().for_each(|c| push_lower(out, c));
        }
    }
}

/// Case-ignorable is what keeps a word going around a sigma; std knows it, behind `str::to_lowercase`.
fn is_final_sigma(text: &PyStr, at: usize) -> bool {
    let window: String = text.points().map(|p| char::from_u32(p).unwrap_or('\u{FFFD}')).collect();
    // Lowercasing the whole word lets std apply the rule; the sigma's own result is counted from the front.
    let before = window.chars().take(at).flat_map(char::to_lowercase).count();
    window.to_lowercase().chars().nth(before) == Some('ς')
}

impl PyStr {
    fn mapped(&self, map: impl Fn(&mut PyStr, u32)) -> PyStr {
        let mut out = PyStr::new();
        self.points().for_each(|p| map(&mut out, p));
        out
    }

    fn push_lower_at(&self, out: &mut PyStr, at: usize) {
        match self.at(at) {
            0x3A3 => out.push(if is_final_sigma(self, at) { 0x3C2 } else { 0x3C3 }),
            point => push_lower(out, point),
        }
    }

    pub fn upper(&self) -> PyStr {
        match self.as_ascii() {
            Some(text) => PyStr::from_string(text.to_ascii_uppercase()),
            None => self.mapped(push_upper),
        }
    }

    pub fn lower(&self) -> PyStr {
        if let Some(text) = self.as_ascii() {
            return PyStr::from_string(text.to_ascii_lowercase());
        }
        let mut out = PyStr::new();
        (0..self.len()).for_each(|at| self.push_lower_at(&mut out, at));
        out
    }

    pub fn casefold(&self) -> PyStr {
        match self.as_ascii() {
            Some(text) => PyStr::from_string(text.to_ascii_lowercase()),
            None => self.mapped(push_folded),
        }
    }

    pub fn capitalize(&self) -> PyStr {
        let mut out = PyStr::new();
        for at in 0..self.len() {
            if at == 0 {
                push_title(&mut out, self.at(0));
            } else {
                self.push_lower_at(&mut out, at);
            }
        }
        out
    }

    pub fn title(&self) -> PyStr {
        let mut out = PyStr::new();
        let mut after_cased = false;
        for at in 0..self.len() {
            let point = self.at(at);
            if after_cased {
                self.push_lower_at(&mut out, at);
            } else {
                push_title(&mut out, point);
            }
            after_cased = is_lower(point) || is_upper(point) || is_title(point);
        }
        out
    }

    pub fn swapcase(&self) -> PyStr {
        let mut out = PyStr::new();
        for at in 0..self.len() {
            let point = self.at(at);
            if is_upper(point) {
                self.push_lower_at(&mut out, at);
            } else if is_lower(point) {
                push_upper(&mut out, point);
            } else {
                out.push(point);
            }
        }
        out
    }
}
