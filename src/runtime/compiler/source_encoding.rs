//! The text of a source file's bytes: the byte-order mark, PEP 263's declaration of an encoding, else UTF-8
//! (Parser/tokenizer/helpers.c).

use crate::objects::str::codec::{self, Encoding, Errors, MARK};

/// The text of a file's bytes. Err: what CPython prints of a file that it cannot read as source.
pub fn decode_source(bytes: &[u8], file: &str) -> Result<String, String> {
    let (marked, rest) = match bytes.strip_prefix(MARK) {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let text = match declared_encoding(rest) {
        Some(name) => in_encoding(rest, &name, marked)?,
        None => in_utf8(rest, file)?,
    };
    match text.lines().zip(1..).find_map(|(line, number)| Some((line.split_once('\0')?.0, number))) {
        Some((line, number)) => {
            let line = line.trim_start();
            let said = "SyntaxError: source code cannot contain null bytes";
            Err(format!("  File \"{file}\", line {number}\n    {line}\n{said}\n"))
        }
        None => Ok(text),
    }
}

fn in_utf8(bytes: &[u8], file: &str) -> Result<String, String> {
    String::from_utf8(bytes.to_vec()).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + bytes[..at].iter().filter(|&&b| b == b'\n').count();
        format!(
            "SyntaxError: Non-UTF-8 code starting with '\\x{:02x}' in file {file} on line {line}, but no encoding \
             declared; see https://peps.python.org/pep-0263/ for details\n",
            bytes[at]
        )
    })
}

/// `get_normal_name`: a file that is marked as UTF-8 may call it so, and not `utf8`.
pub fn is_utf8(name: &str) -> bool {
    let name = name.to_lowercase().replace('_', "-");
    name == "utf-8" || name.starts_with("utf-8-")
}

fn in_encoding(bytes: &[u8], name: &str, marked: bool) -> Result<String, String> {
    let encoding = Encoding::by_name(name);
    // `get_normal_name`
    let called = if encoding == Some(Encoding::Latin1) { "iso-8859-1" } else { name };
    let problem = |more: &str| format!("SyntaxError: encoding problem: {called}{more}\n");
    let encoding = encoding.ok_or_else(|| problem(""))?;
    if marked && !is_utf8(name) {
        return Err(problem(" with BOM"));
    }
    let text = codec::decode(bytes, encoding, Errors::Strict).map_err(|_| problem(""))?;
    Ok(text.to_text().into_owned())
}

/// The name in a comment of the first line, or of the second if the first holds no code:
/// `^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`.
pub fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n').take(2) {
        let line = String::from_utf8_lossy(line);
        let comment = line.trim_start_matches([' ', '\t', '\x0c']).trim_end();
        if !comment.is_empty() && !comment.starts_with('#') {
            return None;
        }
        for (at, word) in comment.match_indices("coding") {
            let Some(said) = comment[at + word.len()..].strip_prefix([':', '=']) else { continue };
            let said = said.trim_start_matches([' ', '\t']);
            let end = said.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(said.len());
            if end > 0 {
                return Some(said[..end].to_string());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_stands_in_a_comment_before_any_code() {
        assert_eq!(declared_encoding(b"# -*- coding: gbk -*-\n").as_deref(), Some("gbk"));
        assert_eq!(
            declared_encoding(b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n").as_deref(),
            Some("latin-1")
        );
        assert_eq!(declared_encoding(b"x = 1  # coding: gbk\n# coding: gbk\n"), None);
        assert_eq!(declared_encoding(b"\n\n# coding: gbk\n"), None);
    }

    #[test]
    fn bytes_are_read_as_declared_or_refused_in_cpythons_words() {
        let read = |bytes: &[u8]| decode_source(bytes, "x.py");
        assert_eq!(read(b"# coding: gbk\n'\xc4\xe3'").as_deref(), Ok("# coding: gbk\n'你'"));
        assert_eq!(read(b"\xef\xbb\xbfprint()").as_deref(), Ok("print()"));
        assert_eq!(read(b"# coding: foo\n"), Err("SyntaxError: encoding problem: foo\n".to_string()));
        assert_eq!(
            read(b"\xef\xbb\xbf# coding: gbk\n"),
            Err("SyntaxError: encoding problem: gbk with BOM\n".to_string())
        );
        assert!(read(b"\n\nprint('\xc4')").is_err_and(|e| e.contains("starting with '\\xc4' in file x.py on line 3,")));
        assert!(read(b"print('a\0b')").is_err_and(|e| e.contains("line 1\n    print('a\nSyntaxError")));
    }
}
