//! Character sets older than Unicode (GBK, Big5, cp1252, …), by tables that the host's decoder gives: the browser's
//! TextDecoder in the page, encoding_rs in the terminal. Both follow the WHATWG Encoding Standard; where CPython's
//! codecs differ, CPython is followed (`charset_differences`).

use super::charset_differences::{self as differences, Differences};
use crate::trace::sorted::sort_by_key;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A character set that programs name.
#[derive(PartialEq, Eq, Debug)]
pub struct Charset {
    /// As error messages show it.
    pub name: &'static str,
    /// Of the Encoding Standard.
    label: &'static str,
    width: Width,
    differences: &'static Differences,
    /// Other names, in lower case, without `-`, `_`, `.` and spaces.
    aliases: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Width {
    /// A byte a character.
    Single,
    /// ASCII, and pairs of bytes.
    Double,
    /// Pairs whose bytes are both above 0xA0 (the first below 0xF8).
    Gb2312,
    /// Pairs and quadruples.
    Gb18030,
    /// Pairs whose bytes are both above 0xA0, and syllables that are written in their parts.
    EucKr,
    /// Pairs, and triples that begin with 0x8F.
    EucJp,
    /// Pairs, private characters among them.
    Cp932,
}

const fn set(
    name: &'static str,
    label: &'static str,
    width: Width,
    differences: &'static Differences,
    aliases: &'static [&'static str],
) -> Charset {
    Charset { name, label, width, differences, aliases }
}

const fn single(label: &'static str, aliases: &'static [&'static str]) -> Charset {
    set("charmap", label, Width::Single, &differences::NONE, aliases)
}

static CHARSETS: [Charset; 29] = [
    set("gbk", "gbk", Width::Double, &differences::GBK, &["gbk", "936", "cp936", "ms936"]),
    set(
        "gb2312",
        "gbk",
        Width::Gb2312,
        &differences::GB2312,
        &[
            "gb2312",
            "chinese",
            "csiso58gb231280",
            "euccn",
            "eucgb2312cn",
            "gb23121980",
            "gb231280",
            "isoir58",
            "xmacsimpchinese",
        ],
    ),
    set("gb18030", "gb18030", Width::Gb18030, &differences::GB18030, &["gb18030", "gb180302000"]),
    set("big5", "big5", Width::Double, &differences::BIG5, &["big5", "big5tw", "csbig5", "xmactradchinese"]),
    set("cp950", "big5", Width::Double, &differences::CP950, &["cp950", "950", "ms950"]),
    set(
        "shift_jis",
        "shift_jis",
        Width::Double,
        &differences::SHIFT_JIS,
        &["shiftjis", "sjis", "csshiftjis", "xmacjapanese"],
    ),
    set("cp932", "shift_jis", Width::Cp932, &differences::CP932, &["cp932", "932", "ms932", "mskanji", "windows31j"]),
    set("euc_jp", "euc-jp", Width::EucJp, &differences::EUC_JP, &["eucjp", "ujis"]),
    set(
        "euc_kr",
        "euc-kr",
        Width::EucKr,
        &differences::EUC_KR,
        &["euckr", "korean", "ksc5601", "ksc56011987", "ksx1001", "xmackorean"],
    ),
    set("cp949", "euc-kr", Width::Double, &differences::NONE, &["cp949", "949", "ms949", "uhc"]),
    single("windows-1250", &["cp1250", "1250", "windows1250"]),
    single("windows-1251", &["cp1251", "1251", "windows1251"]),
    single("windows-1252", &["cp1252", "1252", "windows1252"]),
    single("windows-1253", &["cp1253", "1253", "windows1253"]),
    single("windows-1254", &["cp1254", "1254", "windows1254"]),
    single("windows-1255", &["cp1255", "1255", "windows1255"]),
    single("windows-1256", &["cp1256", "1256", "windows1256"]),
    single("windows-1257", &["cp1257", "1257", "windows1257"]),
    single("windows-1258", &["cp1258", "1258", "windows1258"]),
    single("iso-8859-2", &["csisolatin2", "iso88592", "iso885921987", "isoir101", "l2", "latin2"]),
    single("iso-8859-3", &["csisolatin3", "iso88593", "iso885931988", "isoir109", "l3", "latin3"]),
    single("iso-8859-4", &["csisolatin4", "iso88594", "iso885941988", "isoir110", "l4", "latin4"]),
    single("iso-8859-5", &["csisolatincyrillic", "cyrillic", "iso88595", "iso885951988", "isoir144"]),
    single(
        "iso-8859-7",
        &["csisolatingreek", "ecma118", "elot928", "greek", "greek8", "iso88597", "iso885971987", "isoir126"],
    ),
    single("iso-8859-15", &["latin9", "iso885915", "l9"]),
    single("koi8-r", &["koi8r", "cskoi8r"]),
    single("ibm866", &["cp866", "866", "csibm866", "ibm866"]),
    single("koi8-u", &["koi8u"]),
    single("macintosh", &["macroman", "macintosh"]),
];

/// What is found at a place of undecoded bytes.
pub enum Found {
    /// A character, and how many bytes it takes.
    Point(u32, usize),
    /// Not a character: so many bytes, and why.
    Wrong(usize, &'static str),
}

impl Charset {
    /// By a name in lower case, without `-`, `_`, `.` and spaces.
    pub fn by_name(name: &str) -> Option<&'static Charset> {
        CHARSETS.iter().find(|c| c.aliases.contains(&name))
    }

    /// As `codecs.lookup` shows it.
    pub fn shown(&self) -> String {
        match self.label {
            _ if self.width != Width::Single => self.name.into(),
            "macintosh" => "mac-roman".into(),
            "ibm866" => "cp866".into(),
            label => label.replace("windows-", "cp").replace("iso-", "iso"),
        }
    }

    /// Whether each character is a byte.
    pub fn is_single(&self) -> bool {
        self.width == Width::Single
    }

    /// Why something is no character.
    pub fn reason(&self) -> &'static str {
        match self.width {
            Width::Single => "character maps to <undefined>",
            _ => "illegal multibyte sequence",
        }
    }

    /// Whether characters that cannot be encoded are reported one by one, not as a run.
    pub fn reports_singly(&self) -> bool {
        self.width != Width::Single
    }

    pub fn decode_at(&self, table: &Table, bytes: &[u8]) -> Found {
        let first = bytes[0];
        let single = table.singles[first as usize];
        if single != NONE {
            return Found::Point(single, 1);
        }
        if self.width == Width::Single {
            return Found::Wrong(1, self.reason());
        }
        let lead = table.leads[first as usize];
        // Shift JIS looks at a byte before it wants another.
        let Some(&second) = bytes.get(1).filter(|_| lead || self.width == Width::Gb18030) else {
            let last = bytes.len() == 1 && (lead || self.label != "shift_jis");
            return Found::Wrong(1, if last { INCOMPLETE } else { self.reason() });
        };
        if self.width == Width::Gb18030 && second.is_ascii_digit() {
            let (Some(&third), Some(&fourth)) = (bytes.get(2), bytes.get(3)) else {
                return Found::Wrong(bytes.len(), INCOMPLETE);
            };
            let above = |byte: u8| (0x81..0xFF).contains(&byte);
            if !above(first) || !above(third) || !fourth.is_ascii_digit() {
                return Found::Wrong(1, self.reason());
            }
            let at = four_bytes_index([first, second, third, fourth]);
            let point = match at.checked_sub(SUPPLEMENTARY) {
                Some(beyond) => u32::try_from(beyond + 0x10000).unwrap_or(NONE),
                None => table.quadruples.get(at).copied().unwrap_or(NONE),
            };
            return if point < 0x110000 { Found::Point(point, 4) } else { Found::Wrong(1, self.reason()) };
        }
        if self.width == Width::EucJp && first == TRIPLES {
            return match bytes.get(2).map(|third| table.triples.get(pair_index(second, *third))) {
                None => Found::Wrong(2, INCOMPLETE),
                Some(Some(&point)) if point != NONE => Found::Point(point, 3),
                Some(_) => Found::Wrong(1, self.reason()),
            };
        }
        if self.width == Width::EucKr && [first, second] == [0xA4, 0xD4] {
            return match differences::hangul_of_parts(bytes) {
                Some(point) => Found::Point(point, 8),
                None if bytes.len() < 8 => Found::Wrong(bytes.len(), INCOMPLETE),
                None => Found::Wrong(1, self.reason()),
            };
        }
        match table.pairs.get(pair_index(first, second)) {
            Some(&point) if point != NONE => Found::Point(point, 2),
            _ => Found::Wrong(1, self.reason()),
        }
    }

    /// Appends a character's bytes; false if it has none.
    pub fn encode(&self, table: &Table, point: u32, out: &mut Vec<u8>) -> bool {
        if let Ok(at) = table.codes.binary_search_by_key(&point, |c| c.0) {
            let bytes = table.codes[at].1.to_be_bytes();
            let start = bytes.iter().position(|b| *b != 0).unwrap_or(3);
            out.extend(&bytes[start..]);
            return true;
        }
        if self.width == Width::EucKr
            && let Some(parts) = differences::hangul_parts(point)
        {
            out.extend(parts);
            return true;
        }
        if self.width != Width::Gb18030 || (0xD800..0xE000).contains(&point) {
            return false;
        }
        let at = match point.checked_sub(0x10000) {
            Some(beyond) => SUPPLEMENTARY + beyond as usize,
            None => match table.quadruples.iter().position(|p| *p == point) {
                Some(at) => at,
                None => return false,
            },
        };
        out.extend([
            0x81 + (at / 12600) as u8,
            0x30 + (at / 1260 % 10) as u8,
            0x81 + (at / 10 % 126) as u8,
            0x30 + (at % 10) as u8,
        ]);
        true
    }

    /// The tables of this character set; `None` if the host doesn't know it.
    pub fn table(&'static self) -> Option<Rc<Table>> {
        thread_local! {
            static TABLES: RefCell<Vec<(&'static str, Rc<Table>)>> = const { RefCell::new(Vec::new()) };
        }
        // Single-byte sets share a name; labels and names together are unique.
        let key = if self.width == Width::Single { self.label } else { self.name };
        let known = TABLES.with(|t| t.borrow().iter().find(|(k, _)| *k == key).map(|(_, table)| table.clone()));
        if known.is_some() {
            return known;
        }
        let table = Rc::new(self.made()?);
        TABLES.with(|t| t.borrow_mut().push((key, table.clone())));
        Some(table)
    }

    fn made(&self) -> Option<Table> {
        let mut table = Table {
            singles: [NONE; 256],
            leads: [false; 256],
            pairs: Vec::new(),
            triples: Vec::new(),
            quadruples: Vec::new(),
            codes: Vec::new(),
        };
        let multibyte = self.width != Width::Single;
        for byte in 0..=255u8 {
            let text = host_decode(self.label, &[byte])?;
            // CPython's tables have no control characters above ASCII where windows-125x has nothing.
            let standard = self.label.starts_with("iso");
            let wanted = |p: u32| {
                byte < 0x80 || !multibyte && (standard || !(0x80..0xA0).contains(&p)) || (0xFF61..0xFFA0).contains(&p)
            };
            let other = differences::singles(self.label).iter().find(|(b, _)| *b == byte).map(|(_, c)| u32::from(*c));
            let found = other.or_else(|| only_point(&text).filter(|p| wanted(*p)));
            if let Some(point) = found.or_else(|| self.private_single(byte)).filter(|p| *p != UNKNOWN) {
                table.singles[byte as usize] = point;
                table.codes.push((point, byte.into()));
            }
        }
        if multibyte {
            self.add_pairs(&mut table)?;
        }
        if self.width == Width::Gb18030 {
            table.quadruples = quadruples(self.label)?;
        }
        if self.width == Width::EucJp {
            self.add_triples(&mut table)?;
        }
        let written = self.differences.written;
        table.codes.retain(|(point, _)| !written.iter().any(|(c, _)| u32::from(*c) == *point));
        table.codes.extend(written.iter().map(|(c, code)| (u32::from(*c), u32::from(*code))));
        // Of several codes for a character the first is the one that is written.
        sort_by_key(&mut table.codes, |c| c.0);
        table.codes.dedup_by_key(|c| c.0);
        Some(table)
    }

    /// What a byte is that the Encoding Standard has nothing for.
    fn private_single(&self, byte: u8) -> Option<u32> {
        match byte {
            0x80 if self.width == Width::Cp932 => Some(byte.into()),
            0xA0 if self.width == Width::Cp932 => Some(0xF8F0),
            0xFD.. if self.width == Width::Cp932 => Some(0xF8F1 + u32::from(byte - 0xFD)),
            _ => None,
        }
    }

    fn add_pairs(&self, table: &mut Table) -> Option<()> {
        let low = if matches!(self.width, Width::Gb2312 | Width::EucKr) { 0xA1 } else { 0x40 };
        let high = if self.width == Width::Gb2312 { 0xF7 } else { 0xFE };
        table.pairs = vec![NONE; 0x8000];
        let mut bytes = Vec::new();
        let leads = low.max(0x81)..=high;
        // What begins triples begins no pairs; behind such a one Chromium's decoder takes the next pair for a triple's.
        let of_triples = |lead: u8| self.width == Width::EucJp && lead == TRIPLES;
        for lead in leads.clone().filter(|l| table.singles[*l as usize] == NONE && !of_triples(*l)) {
            for trail in low..=0xFE {
                bytes.extend([lead, trail, b'\n']);
            }
        }
        let text = host_decode(self.label, &bytes)?;
        for (pair, shown) in bytes.chunks(3).zip(text.split('\n')) {
            let code = u16::from_be_bytes([pair[0], pair[1]]);
            let Some(point) = self.instead(code).or_else(|| only_point(shown)) else { continue };
            let private = (0xE000..0xF900).contains(&point) && !matches!(self.width, Width::Gb18030 | Width::Cp932);
            if private || self.differences.without.iter().any(|(from, to)| (*from..=*to).contains(&code)) {
                continue;
            }
            table.leads[pair[0] as usize] = true;
            table.pairs[pair_index(pair[0], pair[1])] = point;
            table.codes.push((point, code.into()));
        }
        if self.width == Width::EucKr {
            table.leads[0xA4] = true;
        }
        Some(())
    }

    /// What a pair is here and not in the Encoding Standard.
    fn instead(&self, code: u16) -> Option<u32> {
        self.differences.instead.iter().find_map(|(start, text)| {
            let at = code.checked_sub(*start)?;
            text.chars().nth(at.into()).map(u32::from)
        })
    }

    fn add_triples(&self, table: &mut Table) -> Option<()> {
        table.leads[TRIPLES as usize] = true;
        table.triples = vec![NONE; 0x8000];
        let pairs = || (0xA1..=0xFEu8).flat_map(|second| (0xA1..=0xFEu8).map(move |third| (second, third)));
        let bytes: Vec<u8> = pairs().flat_map(|(second, third)| [TRIPLES, second, third, b'\n']).collect();
        let text = host_decode(self.label, &bytes)?;
        for ((second, third), shown) in pairs().zip(text.split('\n')) {
            let Some(point) = only_point(shown) else { continue };
            // The one of JIS X 0212 is ASCII's.
            let point = if point == 0xFF5E { '~'.into() } else { point };
            table.triples[pair_index(second, third)] = point;
            table.codes.push((point, u32::from_be_bytes([0, TRIPLES, second, third])));
        }
        Some(())
    }
}

/// A character set's characters, both ways.
pub struct Table {
    /// By byte.
    singles: [u32; 256],
    /// Bytes that begin longer sequences.
    leads: [bool; 256],
    pairs: Vec<u32>,
    /// By the second and the third byte, behind [`TRIPLES`].
    triples: Vec<u32>,
    /// GB 18030's characters of four bytes in the basic plane, by index.
    quadruples: Vec<u32>,
    /// Characters and their codes of up to three bytes, in order of the characters.
    codes: Vec<(u32, u32)>,
}

const NONE: u32 = u32::MAX;
const UNKNOWN: u32 = 0xFFFD;
/// Begins the three bytes of EUC-JP's further characters.
const TRIPLES: u8 = 0x8F;
const INCOMPLETE: &str = "incomplete multibyte sequence";
/// The index of GB 18030's 0x90308130, which is U+10000.
const SUPPLEMENTARY: usize = 189_000;
/// How many indices come before 0x8431A530.
const BASIC: usize = 39_420;

fn four_bytes_index(b: [u8; 4]) -> usize {
    let [b1, b2, b3, b4] = b.map(usize::from);
    (((b1 - 0x81) * 10 + b2 - 0x30) * 126 + b3 - 0x81) * 10 + b4 - 0x30
}

fn quadruples(label: &str) -> Option<Vec<u32>> {
    let mut bytes = Vec::with_capacity(BASIC * 5);
    for at in 0..BASIC {
        let (b1, b2) = (0x81 + (at / 12600) as u8, 0x30 + (at / 1260 % 10) as u8);
        bytes.extend([b1, b2, 0x81 + (at / 10 % 126) as u8, 0x30 + (at % 10) as u8, b'\n']);
    }
    let text = host_decode(label, &bytes)?;
    let mut found: Vec<u32> = text.split('\n').take(BASIC).map(|shown| only_point(shown).unwrap_or(NONE)).collect();
    for (start, characters) in differences::QUADRUPLES {
        for (at, c) in characters.chars().enumerate() {
            found[four_bytes_index(start) + at] = c.into();
        }
    }
    Some(found)
}

fn pair_index(lead: u8, trail: u8) -> usize {
    usize::from(lead & 0x7F) << 8 | usize::from(trail)
}

fn only_point(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c != '\u{FFFD}' => Some(c.into()),
        _ => None,
    }
}

/// Bytes decoded by the Encoding Standard's decoder of a label, U+FFFD for what is wrong; `None` for a label that the
/// host doesn't know.
pub type HostDecoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

thread_local! {
    static HOST: Cell<HostDecoder> = const { Cell::new(own_decoder) };
}

/// The page gives the browser's decoder before a program runs.
pub fn set_host_decoder(decoder: HostDecoder) {
    HOST.with(|host| host.set(decoder));
}

fn host_decode(label: &str, bytes: &[u8]) -> Option<String> {
    HOST.with(Cell::get)(label, bytes)
}

#[cfg(target_arch = "wasm32")]
fn own_decoder(_: &str, _: &[u8]) -> Option<String> {
    None
}

#[cfg(not(target_arch = "wasm32"))]
fn own_decoder(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}
