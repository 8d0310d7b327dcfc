//! Character sets older than Unicode (GBK, Big5, cp1252, …), by tables that the host's decoder gives: the browser's
//! TextDecoder in the page, encoding_rs in the terminal. Both follow the WHATWG Encoding Standard; where CPython's
//! codecs differ, CPython is followed.

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
    /// Other names, in lower case, without `-`, `_` and spaces.
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
}

const fn set(name: &'static str, label: &'static str, width: Width, aliases: &'static [&'static str]) -> Charset {
    Charset { name, label, width, aliases }
}

const fn single(label: &'static str, aliases: &'static [&'static str]) -> Charset {
    set("charmap", label, Width::Single, aliases)
}

static CHARSETS: [Charset; 29] = [
    set("gbk", "gbk", Width::Double, &["gbk", "936", "cp936", "ms936"]),
    set("gb2312", "gbk", Width::Gb2312, &["gb2312", "chinese", "euccn", "gb23121980", "gb231280", "eucgb2312cn"]),
    set("gb18030", "gb18030", Width::Gb18030, &["gb18030", "gb180302000"]),
    set("big5", "big5", Width::Double, &["big5", "big5tw", "csbig5"]),
    set("cp950", "big5", Width::Double, &["cp950", "950", "ms950"]),
    set("shift_jis", "shift_jis", Width::Double, &["shiftjis", "sjis", "csshiftjis"]),
    set("cp932", "shift_jis", Width::Double, &["cp932", "932", "ms932", "mskanji", "windows31j"]),
    set("euc_jp", "euc-jp", Width::Double, &["eucjp", "ujis", "ujis"]),
    set("euc_kr", "euc-kr", Width::Double, &["euckr", "korean", "ksc5601", "ksx1001"]),
    set("cp949", "euc-kr", Width::Double, &["cp949", "949", "ms949", "uhc"]),
    single("windows-1250", &["cp1250", "1250", "windows1250"]),
    single("windows-1251", &["cp1251", "1251", "windows1251"]),
    single("windows-1252", &["cp1252", "1252", "windows1252"]),
    single("windows-1253", &["cp1253", "1253", "windows1253"]),
    single("windows-1254", &["cp1254", "1254", "windows1254"]),
    single("windows-1255", &["cp1255", "1255", "windows1255"]),
    single("windows-1256", &["cp1256", "1256", "windows1256"]),
    single("windows-1257", &["cp1257", "1257", "windows1257"]),
    single("windows-1258", &["cp1258", "1258", "windows1258"]),
    single("iso-8859-2", &["latin2", "iso88592", "l2"]),
    single("iso-8859-3", &["latin3", "iso88593", "l3"]),
    single("iso-8859-4", &["latin4", "iso88594", "l4"]),
    single("iso-8859-5", &["iso88595", "cyrillic"]),
    single("iso-8859-7", &["iso88597", "greek"]),
    single("iso-8859-15", &["latin9", "iso885915", "l9"]),
    single("koi8-r", &["koi8r", "cskoi8r"]),
    single("ibm866", &["cp866", "866", "ibm866"]),
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
    /// By a name in lower case, without `-`, `_` and spaces.
    pub fn by_name(name: &str) -> Option<&'static Charset> {
        CHARSETS.iter().find(|c| c.aliases.contains(&name))
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
        if self.width == Width::Single || !table.leads[first as usize] {
            return Found::Wrong(1, self.reason());
        }
        let Some(&second) = bytes.get(1) else { return Found::Wrong(1, "incomplete multibyte sequence") };
        if self.width == Width::Gb18030 && second.is_ascii_digit() {
            let (Some(&third), Some(&fourth)) = (bytes.get(2), bytes.get(3)) else {
                return Found::Wrong(bytes.len(), "incomplete multibyte sequence");
            };
            if !(0x81..0xFF).contains(&third) || !fourth.is_ascii_digit() {
                return Found::Wrong(1, self.reason());
            }
            let at = four_bytes_index([first, second, third, fourth]);
            let point = match at.checked_sub(SUPPLEMENTARY) {
                Some(beyond) => u32::try_from(beyond + 0x10000).unwrap_or(NONE),
                None => table.quadruples.get(at).copied().unwrap_or(NONE),
            };
            return if point < 0x110000 { Found::Point(point, 4) } else { Found::Wrong(1, self.reason()) };
        }
        match table.pairs.get(pair_index(first, second)) {
            Some(&point) if point != NONE => Found::Point(point, 2),
            _ => Found::Wrong(1, self.reason()),
        }
    }

    /// Appends a character's bytes; false if it has none.
    pub fn encode(&self, table: &Table, point: u32, out: &mut Vec<u8>) -> bool {
        if let Ok(at) = table.codes.binary_search_by_key(&point, |c| c.0) {
            let code = table.codes[at].1;
            if code > 0xFF {
                out.push((code >> 8) as u8);
            }
            out.push(code as u8);
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
            quadruples: Vec::new(),
            codes: Vec::new(),
        };
        let multibyte = self.width != Width::Single;
        for byte in 0..=255u8 {
            let text = host_decode(self.label, &[byte])?;
            // CPython's tables have no control characters above ASCII where windows-125x has nothing.
            let wanted =
                |p: u32| byte < 0x80 || !multibyte && !(0x80..0xA0).contains(&p) || (0xFF61..0xFFA0).contains(&p);
            if let Some(point) = only_point(&text).filter(|p| wanted(*p)) {
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
        // Of several codes for a character the first is the one that is written.
        table.codes.sort_by_key(|c| c.0);
        table.codes.dedup_by_key(|c| c.0);
        Some(table)
    }

    fn add_pairs(&self, table: &mut Table) -> Option<()> {
        let low = if self.width == Width::Gb2312 { 0xA1 } else { 0x40 };
        let high = if self.width == Width::Gb2312 { 0xF7 } else { 0xFE };
        table.pairs = vec![NONE; 0x8000];
        let mut bytes = Vec::new();
        let leads = low.max(0x81)..=high;
        for lead in leads.clone().filter(|l| table.singles[*l as usize] == NONE) {
            for trail in low..=0xFE {
                bytes.extend([lead, trail, b'\n']);
            }
        }
        let text = host_decode(self.label, &bytes)?;
        for (pair, shown) in bytes.chunks(3).zip(text.split('\n')) {
            let Some(point) = only_point(shown) else { continue };
            let private = (0xE000..0xF900).contains(&point);
            if private && self.width != Width::Gb18030 {
                continue;
            }
            let point = match (self.width, pair[0], pair[1]) {
                (Width::Gb2312, 0xA1, 0xA4) => 0x30FB,
                (Width::Gb2312, 0xA1, 0xAA) => 0x2015,
                _ => point,
            };
            table.leads[pair[0] as usize] = true;
            table.pairs[pair_index(pair[0], pair[1])] = point;
            table.codes.push((point, u16::from_be_bytes([pair[0], pair[1]])));
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
    /// GB 18030's characters of four bytes in the basic plane, by index.
    quadruples: Vec<u32>,
    /// Characters and their codes of one or two bytes, in order of the characters.
    codes: Vec<(u32, u16)>,
}

const NONE: u32 = u32::MAX;
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
    Some(text.split('\n').take(BASIC).map(|shown| only_point(shown).unwrap_or(NONE)).collect())
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
