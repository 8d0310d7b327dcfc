//! Encoding and decoding utf-8, ascii and latin-1 with CPython's error handlers.

use super::PyStr;
use super::repr::push_escape;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
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
    /// By a name as a program writes it: case, `-`, `_` and space do not matter.
    pub fn by_name(name: &str) -> Option<Encoding> {
        let name: String =
            name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase()).collect();
        match name.as_str() {
            "utf8" | "u8" | "utf" | "cp65001" => Some(Encoding::Utf8),
            "ascii" | "usascii" | "646" => Some(Encoding::Ascii),
            "latin1" | "latin" | "iso88591" | "8859" | "cp819" | "l1" => Some(Encoding::Latin1),
            _ => None,
        }
    }

    /// The codec's name in error messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
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
        Encoding::Utf8 => decode_utf8(bytes, errors),
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
    }
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
    if let Some(ascii) = text.as_ascii() {
        return Ok(ascii.as_bytes().to_vec());
    }
    let (limit, reason) = match encoding {
        Encoding::Utf8 => (0x110000, "surrogates not allowed"),
        Encoding::Ascii => (0x80, "ordinal not in range(128)"),
        Encoding::Latin1 => (0x100, "ordinal not in range(256)"),
    };
    let bad = |p: u32| p >= limit || encoding == Encoding::Utf8 && (0xD800..0xE000).contains(&p);
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let point = text.at(at);
        if !bad(point) {
            match encoding {
                Encoding::Utf8 => push_utf8(&mut out, point),
                _ => out.push(point as u8),
            }
            at += 1;
            continue;
        }
        // An error spans the whole run of characters that cannot be encoded.
        let end = (at..text.len()).find(|&i| !bad(text.at(i))).unwrap_or(text.len());
        for i in at..end {
            let point = text.at(i);
            match errors {
                Errors::Ignore => {}
                Errors::Replace => out.push(b'?'),
                Errors::BackslashReplace => {
                    let mut escaped = PyStr::new();
                    push_escape(&mut escaped, point);
                    out.extend(escaped.points().map(|p| p as u8));
                }
                Errors::XmlCharRefReplace => {
                    out.extend(b"&#");
                    out.extend(point.to_string().bytes());
                    out.push(b';');
                }
                Errors::SurrogateEscape if (0xDC80..0xDD00).contains(&point) => out.push((point - 0xDC00) as u8),
                Errors::SurrogatePass if encoding == Encoding::Utf8 => push_utf8(&mut out, point),
                _ => return Err(CodecError { encoding: encoding.name(), start: at, end, reason }),
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
