//! `%`-formatting (Objects/unicodeobject.c, `unicode_format_arg`): reading conversions, and laying out their results.
//! The operator itself takes the arguments from a tuple or a mapping and calls these.

use crate::objects::error_text::ErrorText;
use crate::objects::float_repr::{self, Code, Layout};
use crate::objects::int::IntRef;
use crate::objects::str::PyStr;

/// A width or precision in a conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    None,
    Number(i64),
    /// `*`: the next argument gives it.
    FromArgument,
}

/// `%[(key)][flags][width][.precision][l]type`
#[derive(Clone, Debug)]
pub struct Conversion {
    /// The range of the key in the format.
    pub key: Option<(usize, usize)>,
    pub left: bool,
    pub sign: bool,
    pub blank: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: Count,
    pub precision: Count,
    /// The type: d i u o x X e E f F g G c r s a %.
    pub kind: u32,
    /// Where in the format the type stands.
    pub index: usize,
    /// What is wrong with it: said once the key and the stars before it have got their values. A key that does not
    /// end reaches to the format's end.
    pub error: Option<ErrorText>,
}

pub enum Piece {
    /// Text to copy: a range of the format.
    Literal(usize, usize),
    Conversion(Conversion),
}

/// Reads a number up to `max`, beyond which it is `too_big`.
fn count(format: &PyStr, at: &mut usize, max: i64, too_big: &'static str) -> Result<Count, ErrorText> {
    if *at < format.len() && format.at(*at) == u32::from(b'*') {
        *at += 1;
        return Ok(Count::FromArgument);
    }
    let mut value = None;
    while *at < format.len()
        && let point @ 0x30..=0x39 = format.at(*at)
    {
        let number = value.unwrap_or(0i64).checked_mul(10).and_then(|v| v.checked_add((point - 0x30).into()));
        value = Some(number.filter(|&n| n <= max).ok_or_else(|| ErrorText::value(too_big))?);
        *at += 1;
    }
    Ok(value.map_or(Count::None, Count::Number))
}

/// The next piece of `format` from `at` on; `at` moves behind it. `None` at the end.
/// `of_bytes`: the errors are worded as for bytes.
pub fn next_piece(format: &PyStr, at: &mut usize, of_bytes: bool) -> Option<Piece> {
    let percent = u32::from(b'%');
    if *at >= format.len() {
        return None;
    }
    if format.at(*at) != percent {
        let start = *at;
        while *at < format.len() && format.at(*at) != percent {
            *at += 1;
        }
        return Some(Piece::Literal(start, *at));
    }
    *at += 1;
    let mut conversion = Conversion::new();
    conversion.error = conversion.read(format, at, of_bytes).err();
    Some(Piece::Conversion(conversion))
}

impl Conversion {
    fn new() -> Conversion {
        Conversion {
            key: None,
            left: false,
            sign: false,
            blank: false,
            alternate: false,
            zero: false,
            width: Count::None,
            precision: Count::None,
            kind: 0,
            index: 0,
            error: None,
        }
    }

    fn read(&mut self, format: &PyStr, at: &mut usize, of_bytes: bool) -> Result<(), ErrorText> {
        let peek = |at: usize| (at < format.len()).then(|| format.at(at));
        let byte = |at: usize| peek(at).and_then(|p| u8::try_from(p).ok());
        if byte(*at) == Some(b'(') {
            let start = *at + 1;
            let mut depth = 1;
            while depth > 0 {
                *at += 1;
                match byte(*at) {
                    Some(b'(') => depth += 1,
                    Some(b')') => depth -= 1,
                    _ if *at >= format.len() => {
                        self.key = Some((start, format.len()));
                        return Err(ErrorText::value("incomplete format key"));
                    }
                    _ => {}
                }
            }
            self.key = Some((start, *at));
            *at += 1;
        }
        loop {
            match byte(*at) {
                Some(b'-') => self.left = true,
                Some(b'+') => self.sign = true,
                Some(b' ') => self.blank = true,
                Some(b'#') => self.alternate = true,
                Some(b'0') => self.zero = true,
                _ => break,
            }
            *at += 1;
        }
        self.width = count(format, at, i64::MAX, "width too big")?;
        if byte(*at) == Some(b'.') {
            *at += 1;
            let too_big = if of_bytes { "prec too big" } else { "precision too big" };
            self.precision = match count(format, at, i32::MAX.into(), too_big)? {
                Count::None => Count::Number(0),
                given => given,
            };
        }
        if matches!(byte(*at), Some(b'h' | b'l' | b'L')) {
            *at += 1;
        }
        if matches!(self.width, Count::Number(width) if width > super::MAX_WIDTH) {
            return Err(ErrorText::memory());
        }
        self.kind = peek(*at).ok_or_else(|| ErrorText::value("incomplete format"))?;
        self.index = *at;
        *at += 1;
        Ok(())
    }

    /// What a `*` width means: a negative one aligns to the left.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = Count::Number(width.saturating_abs());
    }

    /// What a `*` precision means: a negative one counts as 0.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Count::Number(precision.max(0));
    }

    /// The error for a type that is none of the known ones; of bytes, it stands in the text as it is, which C cannot do
    /// from 0x80 on, where its characters are negative.
    pub fn unsupported(&self, bytes: bool) -> ErrorText {
        let mut text = String::from("unsupported format character '");
        text.push(match self.kind {
            31..=126 => self.kind as u8 as char,
            0..128 if bytes => self.kind as u8 as char,
            _ if bytes => return ErrorText::overflow("character argument not in range(0x110000)"),
            _ => '?',
        });
        text += "' (0x";
        text += &IntRef::Small(self.kind.into()).to_radix(16);
        text += ") at index ";
        ErrorText::value(text + &self.index.to_string())
    }

    /// Whether it has nothing but its type.
    pub fn is_bare(&self) -> bool {
        self.width == Count::None && self.precision == Count::None && !self.sign && !self.blank
    }

    fn precision(&self) -> Option<usize> {
        match self.precision {
            Count::Number(n) => usize::try_from(n).ok(),
            _ => None,
        }
    }

    /// Pads text with a sign and a prefix of `head` characters in front, which zeros go behind.
    fn pad(&self, text: &PyStr, head: usize, zeros: bool) -> PyStr {
        let width = match self.width {
            Count::Number(n) => usize::try_from(n).unwrap_or(0),
            _ => 0,
        };
        if self.left {
            text.ljust(width, b' '.into())
        } else if zeros && width > text.len() {
            let mut out = text.slice(0, head);
            out.push_py(&PyStr::from("0").repeat(width - text.len()));
            out.push_range(text, head, text.len());
            out
        } else {
            text.rjust(width, b' '.into())
        }
    }

    /// `%s`, `%r`, `%a` of the text already made.
    pub fn text(&self, text: &PyStr) -> PyStr {
        let end = self.precision().unwrap_or(usize::MAX).min(text.len());
        self.pad(&text.slice(0, end), 0, false)
    }

    /// `%c`
    pub fn character(&self, point: u32) -> PyStr {
        self.pad(&PyStr::from_point(point), 0, false)
    }

    /// `%c` of an int.
    pub fn character_of(&self, value: IntRef<'_>) -> Result<PyStr, ErrorText> {
        let point = value.as_i64().and_then(|v| u32::try_from(v).ok()).filter(|&p| p < 0x110000);
        Ok(self.character(point.ok_or_else(|| ErrorText::overflow("%c arg not in range(0x110000)"))?))
    }

    /// `%d %i %u %o %x %X`
    pub fn int(&self, value: IntRef<'_>, max_digits: usize) -> Result<PyStr, ErrorText> {
        let kind = u8::try_from(self.kind).unwrap_or(b'd');
        let (prefix, mut digits) = match kind {
            b'o' => ("0o", value.to_radix(8)),
            b'x' => ("0x", value.to_radix(16)),
            b'X' => ("0X", value.to_radix(16).to_ascii_uppercase()),
            _ => ("", value.to_decimal(max_digits)?),
        };
        if value.is_negative() {
            digits.remove(0);
        }
        let mut out = String::from(self.sign_of(value.is_negative()));
        if self.alternate {
            out += prefix;
        }
        let head = out.len();
        out += &"0".repeat(self.precision().unwrap_or(0).saturating_sub(digits.len()));
        out += &digits;
        Ok(self.pad(&PyStr::from_string(out), head, self.zero))
    }

    fn sign_of(&self, negative: bool) -> &'static str {
        match (negative, self.sign, self.blank) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }

    /// `%e %E %f %F %g %G`
    pub fn float(&self, value: f64) -> PyStr {
        let kind = u8::try_from(self.kind).unwrap_or(b'f');
        let code = match kind.to_ascii_lowercase() {
            b'e' => Code::E,
            b'f' => Code::F,
            _ => Code::G,
        };
        let layout = Layout {
            code,
            precision: self.precision().unwrap_or(6),
            alternate: self.alternate,
            add_dot_0: false,
            no_negative_zero: false,
        };
        let mut text = float_repr::to_text(value, &layout);
        if kind.is_ascii_uppercase() {
            text.make_ascii_uppercase();
        }
        let (negative, digits) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        let sign = self.sign_of(negative);
        self.pad(&PyStr::from_string([sign, digits].concat()), sign.len(), self.zero)
    }
}
