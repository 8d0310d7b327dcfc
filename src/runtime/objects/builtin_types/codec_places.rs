//! What an error of encoding or decoding passes through: CPython has a module in Python for most encodings, and notes
//! which codec has failed.

use std::cell::RefCell;

use crate::objects::exception::Exc;
use crate::objects::exception_types::add_note;
use crate::objects::interp::Interp;
use crate::objects::library_site::{Site, at};
use crate::objects::str::codec::Encoding;
use crate::objects::str::unicode_codec::Order;

/// What a codec is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub encodes: bool,
    /// Piece by piece, as a text file does; otherwise by a method of str or bytes.
    pub in_pieces: bool,
}

impl Asked {
    pub const ENCODED: Asked = Asked { encodes: true, in_pieces: false };
    pub const DECODED: Asked = Asked { encodes: false, in_pieces: false };
}

/// The encodings' spellings with which CPython asks no codec.
const AT_HAND: [&str; 12] = [
    "utf8",
    "utf_8",
    "utf16",
    "utf_16",
    "utf32",
    "utf_32",
    "ascii",
    "us_ascii",
    "latin1",
    "latin_1",
    "iso8859_1",
    "iso_8859_1",
];

/// The error, on its way out of the codec of an encoding that is built in; `name` is as the program has spelled it.
#[cold]
pub fn failed(i: &mut dyn Interp, exc: Exc, encoding: Encoding, name: Option<&str>, asked: Asked) -> Exc {
    let Some(name) = name else { return exc };
    if !asked.in_pieces && AT_HAND.contains(&&*name.to_ascii_lowercase().replace(['-', ' '], "_")) {
        return exc;
    }
    let exc = match encoding {
        Encoding::Charset(set) if set.is_single() => through_table(exc, &set.shown(), asked),
        _ => match plain_place(encoding, asked) {
            Some((line, function, before, call, behind)) => {
                let file = format!("encodings/{}.py", encoding.shown().replace('-', "_"));
                at(site(&file, function, line, before, &call, behind))(exc)
            }
            None => exc,
        },
    };
    if !asked.in_pieces {
        let note = format!("{} with '{name}' codec failed", if asked.encodes { "encoding" } else { "decoding" });
        let noted = add_note(i, &exc, note.as_str().into());
        debug_assert!(noted.is_ok());
    }
    exc
}

/// The error passes through the module of an encoding that has a table of characters.
pub fn through_table(exc: Exc, shown: &str, asked: Asked) -> Exc {
    let module = shown.replace('-', "_");
    // Where the head of the module is longer than elsewhere.
    let further = match &*module {
        "palmos" => 1,
        "hp_roman8" => 7,
        "ptcp154" => 5,
        _ => 0,
    };
    // Those that were made from a table of the other direction.
    let mapped = matches!(&*module, "mac_arabic" | "cp437" | "cp737" | "cp775" | "cp1125")
        || module.strip_prefix("cp8").is_some_and(|rest| rest.len() == 2 && !matches!(rest, "56" | "74" | "75"));
    let (word, table) = match asked.encodes {
        true => ("encode", if mapped { "encoding_map" } else { "encoding_table" }),
        false => ("decode", "decoding_table"),
    };
    let line = match (asked.in_pieces, asked.encodes) {
        (false, true) => 12,
        (false, false) => 15,
        (true, true) => 19,
        (true, false) => 23,
    };
    let (errors, behind) = if asked.in_pieces { ("self.errors", "[0]") } else { ("errors", "") };
    let comma = if module == "kz1048" { ", " } else { "," };
    let call = format!("codecs.charmap_{word}(input{comma}{errors}{comma}{table})");
    at(site(&format!("encodings/{module}.py"), word, line + further, "        return ", &call, behind))(exc)
}

/// A line, its function, the call in it that fails, and what stands before and behind that.
type Place = (u32, &'static str, &'static str, String, &'static str);

fn plain_place(encoding: Encoding, asked: Asked) -> Option<Place> {
    let name = encoding.shown().replace('-', "_");
    let decoded = |line| {
        let call = format!("codecs.{name}_decode(input, errors, True)");
        Some((line, "decode", "    return ", call, ""))
    };
    match (encoding, asked.encodes) {
        _ if asked.in_pieces => None,
        (Encoding::Utf8Sig, true) => {
            let call = "codecs.utf_8_encode(input, errors)".into();
            Some((15, "encode", "    return (codecs.BOM_UTF8 + ", call, "[0],"))
        }
        (Encoding::Utf8Sig, false) => {
            let call = "codecs.utf_8_decode(input, errors, True)".into();
            Some((23, "decode", "    (output, consumed) = ", call, ""))
        }
        (Encoding::Utf8, false) => decoded(16),
        (Encoding::Utf16(order), false) if order != Order::Marked => decoded(16),
        (Encoding::Utf32(order), false) if order != Order::Marked => decoded(11),
        _ => None,
    }
}

/// The place of a call in a line of the library, which stays once it has shown.
fn site(file: &str, function: &'static str, line: u32, before: &str, call: &str, behind: &str) -> &'static Site {
    thread_local! {
        static SHOWN: RefCell<Vec<&'static Site>> = const { RefCell::new(Vec::new()) };
    }
    let file = format!("<stdlib>/{file}");
    SHOWN.with_borrow_mut(|shown| {
        if let Some(known) = shown.iter().find(|site| site.file == file && site.line == line) {
            return *known;
        }
        let column = before.len() as u16;
        let text: &'static str = Box::leak(format!("{before}{call}{behind}").into_boxed_str());
        let made: &'static Site = Box::leak(Box::new(Site {
            file: Box::leak(file.into_boxed_str()),
            function,
            line,
            end_line: line,
            column,
            end_column: column + call.len() as u16,
            text: Box::leak(Box::new([text])),
        }));
        shown.push(made);
        made
    })
}
