//! Encoding and decoding with CPython's error handlers: the encodings' names, UTF-8, ASCII and Latin-1.

use super::PyStr;
use super::charset::{Charset, Found};
use super::repr::push_escape;
use super::unicode_codec::{self, NOTHING, Order};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
    /// UTF-8 with a mark at the start.
    Utf8Sig,
    Utf16(Order),
    Utf32(Order),
    /// Escapes as in a string literal; raw ones are only `\u` and `\U`.
    Escapes {
        raw: bool,
    },
    Charset(&'static Charset),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errors {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    SurrogateEscape,
    SurrogatePass,
}

/// What a UnicodeDecodeError or UnicodeEncodeError says: `object[start..end]` and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodecError {
    pub encoding: &'static str,
    pub start: usize,
    pub end: usize,
    pub reason: &'static str,
}

impl Encoding {
    /// By a name as a program writes it: case, `-`, `_`, `.` and space do not matter.
    pub fn by_name(name: &str) -> Option<Encoding> {
        let name: String =
            name.chars().filter(|c| !matches!(c, '-' | '_' | '.' | ' ')).map(|c| c.to_ascii_lowercase()).collect();
        match name.as_str() {
            "utf8" | "u8" | "utf" | "cp65001" | "utf8ucs2" | "utf8ucs4" => Some(Encoding::Utf8),
            "ascii" | "646" | "ansix341968" | "ansix341986" | "cp367" | "csascii" | "ibm367" | "iso646irv1991"
            | "iso646us" | "isoir6" | "us" | "usascii" => Some(Encoding::Ascii),
            "latin1" | "8859" | "cp819" | "csisolatin1" | "ibm819" | "iso8859" | "iso88591" | "iso885911987"
            | "isoir100" | "l1" | "latin" => Some(Encoding::Latin1),
            "utf8sig" => Some(Encoding::Utf8Sig),
            "utf16" | "u16" => Some(Encoding::Utf16(Order::Marked)),
            "utf16le" | "unicodelittleunmarked" => Some(Encoding::Utf16(Order::Little)),
            "utf16be" | "unicodebigunmarked" => Some(Encoding::Utf16(Order::Big)),
            "utf32" | "u32" => Some(Encoding::Utf32(Order::Marked)),
            "utf32le" => Some(Encoding::Utf32(Order::Little)),
            "utf32be" => Some(Encoding::Utf32(Order::Big)),
            "unicodeescape" => Some(Encoding::Escapes { raw: false }),
            "rawunicodeescape" => Some(Encoding::Escapes { raw: true }),
            name => Charset::by_name(name).filter(|c| c.table().is_some()).map(Encoding::Charset),
        }
    }

    /// The codec's name in error messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Sig => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16(Order::Marked) => "utf-16",
            Encoding::Utf16(Order::Little) => "utf-16-le",
            Encoding::Utf16(Order::Big) => "utf-16-be",
            Encoding::Utf32(Order::Marked) => "utf-32",
            Encoding::Utf32(Order::Little) => "utf-32-le",
            Encoding::Utf32(Order::Big) => "utf-32-be",
            Encoding::Escapes { raw: false } => "unicodeescape",
            Encoding::Escapes { raw: true } => "rawunicodeescape",
            Encoding::Charset(set) => set.name,
        }
    }

    /// As `codecs.lookup` shows it.
    pub fn shown(self) -> String {
        match self {
            Encoding::Utf8Sig => "utf-8-sig".into(),
            Encoding::Latin1 => "iso8859-1".into(),
            Encoding::Escapes { raw: false } => "unicode-escape".into(),
            Encoding::Escapes { raw: true } => "raw-unicode-escape".into(),
            Encoding::Charset(set) => set.shown(),
            _ => self.name().into(),
        }
    }
}

impl Errors {
    pub fn by_name(name: &str) -> Option<Errors> {
        Some(match name {
            "strict" => Errors::Strict,
            "ignore" => Errors::Ignore,
            "replace" => Errors::Replace,
            "backslashreplace" => Errors::BackslashReplace,
            "xmlcharrefreplace" => Errors::XmlCharRefReplace,
            "surrogateescape" => Errors::SurrogateEscape,
            "surrogatepass" => Errors::SurrogatePass,
            _ => return None,
        })
    }
}

impl CodecError {
    /// `str()` of the UnicodeDecodeError over these bytes.
    pub fn decode_text(&self, bytes: &[u8]) -> String {
        let mut out = String::from("'") + self.encoding + "' codec can't decode ";
        if self.end == self.start + 1 {
            out += "byte 0x";
            out += &super::bytes::hex(&bytes[self.start..self.end]);
            out += " in position ";
            out += &self.start.to_string();
        } else {
            out += "bytes in position ";
            out += &self.start.to_string();
            out += "-";
            out += &(self.end - 1).to_string();
        }
        out + ": " + self.reason
    }

    /// `str()` of the UnicodeEncodeError over this text.
    pub fn encode_text(&self, text: &PyStr) -> String {
        let mut out = String::from("'") + self.encoding + "' codec can't encode character";
        if self.end == self.start + 1 {
            let mut shown = PyStr::new();
            push_escape(&mut shown, text.at(self.start));
            out += " '";
            out += &shown.to_text();
            out += "' in position ";
            out += &self.start.to_string();
        } else {
            out += "s in position ";
            out += &self.start.to_string();
            out += "-";
            out += &(self.end - 1).to_string();
        }
        out + ": " + self.reason
    }
}

/// `bytes.decode(encoding, errors)`
pub fn decode(bytes: &[u8], encoding: Encoding, errors: Errors) -> Result<PyStr, CodecError> {
    match encoding {
        Encoding::Latin1 => Ok(PyStr::from_latin1(bytes)),
        // The caller has taken the mark off.
        Encoding::Utf8 | Encoding::Utf8Sig => decode_utf8(bytes, errors),
        Encoding::Ascii => {
            let mut out = PyStr::new();
            for (at, &byte) in bytes.iter().enumerate() {
                match byte {
                    0..0x80 => out.push(byte.into()),
                    _ => handle_bytes(&mut out, bytes, errors, Encoding::Ascii, at, 1, "ordinal not in range(128)")?,
                }
            }
            Ok(out)
        }
        Encoding::Utf16(order) => {
            let (order, start) = unicode_codec::read_mark(bytes, 2, order);
            decode_by(bytes, start, Encoding::Utf16(order), errors, |b| {
                unicode_codec::utf16_at(b, order, errors == Errors::SurrogatePass)
            })
        }
        Encoding::Utf32(order) => {
            let (order, start) = unicode_codec::read_mark(bytes, 4, order);
            decode_by(bytes, start, Encoding::Utf32(order), errors, |b| {
                unicode_codec::utf32_at(b, order, errors == Errors::SurrogatePass)
            })
        }
        Encoding::Escapes { raw } => decode_by(bytes, 0, encoding, errors, |b| unicode_codec::unescaped_at(b, raw)),
        Encoding::Charset(set) => match set.table() {
            Some(table) => decode_by(bytes, 0, encoding, errors, |b| set.decode_at(&table, b)),
            None => Ok(PyStr::new()),
        },
    }
}

/// The mark at the start of UTF-8 files.
pub const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Decodes what `next` finds at each place from `start` on.
fn decode_by(
    bytes: &[u8],
    start: usize,
    encoding: Encoding,
    errors: Errors,
    next: impl Fn(&[u8]) -> Found,
) -> Result<PyStr, CodecError> {
    let (mut out, mut at) = (PyStr::new(), start);
    while at < bytes.len() {
        match next(&bytes[at..]) {
            Found::Point(NOTHING, len) => at += len,
            Found::Point(point, len) => {
                out.push(point);
                at += len;
            }
            Found::Wrong(len, reason) => {
                handle_bytes(&mut out, bytes, errors, encoding, at, len, reason)?;
                at += len;
            }
        }
    }
    Ok(out)
}

fn decode_utf8(bytes: &[u8], errors: Errors) -> Result<PyStr, CodecError> {
    let mut out = PyStr::new();
    let mut at = 0;
    loop {
        let error = match std::str::from_utf8(&bytes[at..]) {
            Ok(text) if at == 0 => return Ok(PyStr::from(text)),
            Ok(text) => {
                out.push_str(text);
                return Ok(out);
            }
            Err(error) => error,
        };
        let bad = at + error.valid_up_to();
        out.push_str(std::str::from_utf8(&bytes[at..bad]).unwrap_or_default());
        if errors == Errors::SurrogatePass
            && let [0xED, b @ 0xA0..=0xBF, c @ 0x80..=0xBF, ..] = bytes[bad..]
        {
            out.push(0xD000 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F));
            at = bad + 3;
            continue;
        }
        let (len, reason) = match error.error_len() {
            None => (bytes.len() - bad, "unexpected end of data"),
            Some(_) if matches!(bytes[bad], 0x80..=0xC1 | 0xF5..) => (1, "invalid start byte"),
            Some(len) => (len, "invalid continuation byte"),
        };
        handle_bytes(&mut out, bytes, errors, Encoding::Utf8, bad, len, reason)?;
        at = bad + len;
    }
}

fn handle_bytes(
    out: &mut PyStr,
    bytes: &[u8],
    errors: Errors,
    encoding: Encoding,
    start: usize,
    len: usize,
    reason: &'static str,
) -> Result<(), CodecError> {
    match errors {
        Errors::Ignore => {}
        Errors::Replace => out.push(0xFFFD),
        Errors::BackslashReplace => bytes[start..start + len].iter().for_each(|&b| push_escape(out, b.into())),
        Errors::SurrogateEscape if bytes[start..start + len].iter().all(|&b| b >= 0x80) => {
            bytes[start..start + len].iter().for_each(|&b| out.push(0xDC00 + u32::from(b)));
        }
        _ => return Err(CodecError { encoding: encoding.name(), start, end: start + len, reason }),
    }
    Ok(())
}

/// `str.encode(encoding, errors)`
pub fn encode(text: &PyStr, encoding: Encoding, errors: Errors) -> Result<Vec<u8>, CodecError> {
    let plain = matches!(encoding, Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1);
    match (text.as_ascii(), encoding) {
        (Some(ascii), _) if plain => Ok(ascii.as_bytes().to_vec()),
        (_, Encoding::Escapes { raw }) => Ok(unicode_codec::escape(text, raw)),
        (_, Encoding::Charset(set)) => match set.table() {
            Some(table) => encode_by(text, encoding, errors, |out, point| set.encode(&table, point, out)),
            None => Ok(Vec::new()),
        },
        _ => encode_by(text, encoding, errors, |out, point| push(out, encoding, point, errors)),
    }
}

/// Appends a character's bytes; false if it has none.
fn push(out: &mut Vec<u8>, encoding: Encoding, point: u32, errors: Errors) -> bool {
    let surrogate = (0xD800..0xE000).contains(&point) && errors != Errors::SurrogatePass;
    match encoding {
        Encoding::Ascii if point < 0x80 => out.push(point as u8),
        Encoding::Latin1 if point < 0x100 => out.push(point as u8),
        Encoding::Ascii | Encoding::Latin1 => return false,
        _ if surrogate => return false,
        Encoding::Utf16(order) => unicode_codec::push_utf16(out, point, order),
        Encoding::Utf32(order) => unicode_codec::push_utf32(out, point, order),
        _ => push_utf8(out, point),
    }
    true
}

fn encode_by(
    text: &PyStr,
    encoding: Encoding,
    errors: Errors,
    put: impl Fn(&mut Vec<u8>, u32) -> bool,
) -> Result<Vec<u8>, CodecError> {
    let (reason, singly) = match encoding {
        Encoding::Ascii => ("ordinal not in range(128)", false),
        Encoding::Latin1 => ("ordinal not in range(256)", false),
        Encoding::Charset(set) => (set.reason(), set.reports_singly()),
        // A single byte is no unit of theirs.
        Encoding::Utf16(_) | Encoding::Utf32(_) => ("surrogates not allowed", true),
        _ => ("surrogates not allowed", false),
    };
    let wide = matches!(encoding, Encoding::Utf16(_) | Encoding::Utf32(_));
    let mut out = Vec::with_capacity(text.len());
    if matches!(encoding, Encoding::Utf8Sig | Encoding::Utf16(Order::Marked) | Encoding::Utf32(Order::Marked)) {
        put(&mut out, 0xFEFF);
    }
    let (mut at, mut scratch) = (0, Vec::new());
    while at < text.len() {
        if put(&mut out, text.at(at)) {
            at += 1;
            continue;
        }
        // An error spans the whole run of characters that cannot be encoded.
        let mut bad = |i: usize| {
            scratch.clear();
            !put(&mut scratch, text.at(i))
        };
        let end = if singly { at + 1 } else { (at..text.len()).find(|&i| !bad(i)).unwrap_or(text.len()) };
        for i in at..end {
            let point = text.at(i);
            match errors {
                Errors::Ignore => {}
                Errors::Replace => _ = put(&mut out, '?'.into()),
                Errors::BackslashReplace => {
                    let mut escaped = PyStr::new();
                    push_escape(&mut escaped, point);
                    for point in escaped.points() {
                        put(&mut out, point);
                    }
                }
                Errors::XmlCharRefReplace => {
                    for c in format!("&#{point};").bytes() {
                        put(&mut out, c.into());
                    }
                }
                Errors::SurrogateEscape if !wide && (0xDC80..0xDD00).contains(&point) => {
                    out.push((point - 0xDC00) as u8)
                }
                _ => return Err(CodecError { encoding: encoding.name(), start: i, end, reason }),
            }
        }
        at = end;
    }
    Ok(out)
}

fn push_utf8(out: &mut Vec<u8>, point: u32) {
    match char::from_u32(point) {
        Some(c) => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        None => out.extend([0xED, 0x80 | (point >> 6 & 0x3F) as u8, 0x80 | (point & 0x3F) as u8]),
    }
}
