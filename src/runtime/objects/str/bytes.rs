//! What bytes do beyond the searches that they share with str (`search`, `split`): ASCII case and predicates, hex.

pub use super::search::{adjust, find, occurrences, replace, rfind};
pub use super::split::{rsplit, rsplit_space, split, split_lines, split_space, strip};

/// `Py_ISSPACE`: what bytes methods take for space.
pub fn is_space(byte: u32) -> bool {
    matches!(byte, 0x09..=0x0D | 0x20)
}

/// Line breaks of bytes: only `\n` and `\r`.
pub fn is_line_break(byte: u32) -> bool {
    matches!(byte, 10 | 13)
}

pub fn swapcase(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|b| if b.is_ascii_alphabetic() { b ^ 0x20 } else { *b }).collect()
}

pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut after_cased = false;
    let mut out = bytes.to_ascii_lowercase();
    for byte in &mut out {
        if !after_cased {
            byte.make_ascii_uppercase();
        }
        after_cased = byte.is_ascii_alphabetic();
    }
    out
}

pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

pub fn is_lower(bytes: &[u8]) -> bool {
    !bytes.iter().any(u8::is_ascii_uppercase) && bytes.iter().any(u8::is_ascii_lowercase)
}

pub fn is_upper(bytes: &[u8]) -> bool {
    !bytes.iter().any(u8::is_ascii_lowercase) && bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.hex()`
pub fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from(b"0123456789abcdef"[usize::from(n)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

/// `bytes.fromhex(text)`: space between pairs is skipped; `Err` is the position of what is no hexadecimal digit.
pub fn from_hex(text: &[u8]) -> Result<Vec<u8>, usize> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if is_space(text[at].into()) {
            at += 1;
            continue;
        }
        let digit = |at: usize| text.get(at).and_then(|&b| char::from(b).to_digit(16)).ok_or(at);
        out.push((digit(at)? * 16 + digit(at + 1)?) as u8);
        at += 2;
    }
    Ok(out)
}
