//! Where CPython's tables of characters differ from those of the WHATWG Encoding Standard.

/// How a character set of CPython's differs from the one of its label.
#[derive(PartialEq, Eq, Debug)]
pub struct Differences {
    /// From and to: pairs of bytes that are no characters.
    pub without: &'static [(u16, u16)],
    /// Pairs of bytes, and what they and those behind them are instead.
    pub instead: &'static [(u16, &'static str)],
    /// Characters that are written so, and not read or written otherwise.
    pub written: &'static [(char, u16)],
}

pub static NONE: Differences = Differences { without: &[], instead: &[], written: &[] };

pub static GBK: Differences = Differences {
    without: &[
        (0xA2E3, 0xA2E3),
        (0xA3A0, 0xA3A0),
        (0xA6D9, 0xA6DF),
        (0xA6EC, 0xA6ED),
        (0xA6F3, 0xA6F3),
        (0xA8BC, 0xA8BC),
        (0xA8BF, 0xA8BF),
        (0xA989, 0xA995),
        (0xFE50, 0xFEA0),
    ],
    instead: &[],
    written: &[],
};

pub static GB2312: Differences = Differences {
    without: &[(0xA2A1, 0xA2AA), (0xA2E3, 0xA2E3), (0xA6D9, 0xA6F5), (0xA8BB, 0xA8C0)],
    instead: &[(0xA1A4, "・"), (0xA1AA, "―")],
    written: &[],
};

/// GB 18030 of the year 2000.
pub static GB18030: Differences = Differences {
    without: &[],
    instead: &[
        (0xA3A0, "\u{E5E5}"),
        (0xA6D9, "\u{E78D}\u{E78E}\u{E78F}\u{E790}\u{E791}\u{E792}\u{E793}"),
        (0xA6EC, "\u{E794}\u{E795}"),
        (0xA6F3, "\u{E796}"),
        (0xA8BC, "\u{E7C7}"),
        (0xFE59, "\u{E81E}"),
        (0xFE61, "\u{E826}"),
        (0xFE66, "\u{E82B}\u{E82C}"),
        (0xFE6D, "\u{E832}"),
        (0xFE7E, "\u{E843}"),
        (0xFE90, "\u{E854}"),
        (0xFEA0, "\u{E864}"),
    ],
    written: &[],
};

/// The four bytes of GB 18030 for what `GB18030` has taken from pairs.
pub static QUADRUPLES: [([u8; 4], &str); 4] = [
    ([0x81, 0x35, 0xF4, 0x37], "\u{1E3F}"),
    ([0x84, 0x31, 0x82, 0x36], "\u{FE10}\u{FE11}\u{FE12}\u{FE13}\u{FE14}\u{FE15}\u{FE16}\u{FE17}\u{FE18}\u{FE19}"),
    ([0x82, 0x35, 0x90, 0x37], "龴龵龶龷龸龹龺龻"),
    ([0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
];

const BIG5_KANA: &str = "ヾゝゞ々ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷ\
                         へべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィイゥウェ";
const BIG5_KATAKANA: &str = "エォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモ\
                             ャヤュユ";
const BIG5_CYRILLIC: &str = "ョヨラリルレロヮワヰヱヲンヴヵヶДЕЁЖЗИЙКЛМУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя\
                             ①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽";

pub static BIG5: Differences = Differences {
    without: &[(0x8740, 0xA0FE), (0xA3C0, 0xA3E1), (0xC7FD, 0xC8FE), (0xF9D6, 0xFEFE)],
    instead: &[
        (0xA145, "•"),
        (0xA14E, "､"),
        (0xA1C2, "‾"),
        (0xA1E3, "∼"),
        (0xA1F2, "♁☉"),
        (0xA241, "／＼"),
        (0xA244, "¥"),
        (0xA246, "¢£"),
        (0xC6A1, BIG5_KANA),
        (0xC740, BIG5_KATAKANA),
        (0xC7A1, BIG5_CYRILLIC),
    ],
    written: &[('十', 0xA451), ('卅', 0xA4CA), ('／', 0xA241), ('＼', 0xA242)],
};

pub static CP950: Differences = Differences {
    without: &[(0x8740, 0xA0FE), (0xA3C0, 0xA3E0), (0xC7FD, 0xC8FE), (0xFA40, 0xFEFE)],
    instead: &[(0xC6A1, BIG5_KANA), (0xC740, BIG5_KATAKANA), (0xC7A1, BIG5_CYRILLIC), (0xF9FE, "▓")],
    written: &[
        ('¢', 0xA246),
        ('£', 0xA247),
        ('¥', 0xA244),
        ('•', 0xA145),
        ('‾', 0xA1C2),
        ('∼', 0xA1E3),
        ('☉', 0xA1F3),
        ('♁', 0xA1F2),
        ('､', 0xA14E),
        ('十', 0xA451),
        ('卅', 0xA4CA),
    ],
};

pub static SHIFT_JIS: Differences = Differences {
    without: &[(0x8740, 0x879C), (0xED40, 0xFC4B)],
    instead: &[(0x8160, "〜‖"), (0x817C, "−"), (0x8191, "¢£"), (0x81CA, "¬")],
    written: &[('¥', 0x5C), ('‾', 0x7E)],
};

pub static CP932: Differences = Differences {
    without: &[],
    instead: &[],
    written: &[('¢', 0x8191), ('£', 0x8192), ('¬', 0x81CA), ('‖', 0x8161), ('−', 0x817C), ('〜', 0x8160)],
};

pub static EUC_JP: Differences = Differences {
    without: &[(0xADA1, 0xADFC), (0xF9A1, 0xFCFE)],
    instead: &[(0xA1C1, "〜‖"), (0xA1DD, "−"), (0xA1F1, "¢£"), (0xA2CC, "¬")],
    written: &[('¥', 0x5C), ('‾', 0x7E)],
};

pub static EUC_KR: Differences =
    Differences { without: &[(0xA4D4, 0xA4D4)], instead: &[], written: &[('\u{3164}', 0xA4D4)] };

/// Single bytes that are other characters; U+FFFD is none.
pub fn singles(label: &str) -> &'static [(u8, char)] {
    match label {
        "windows-1255" => &[(0xCA, '\u{FFFD}')],
        "koi8-u" => &[(0xAE, '╝'), (0xBE, '╬')],
        _ => &[],
    }
}

/// The ways to write Hangul that KS X 1001 lacks: the second byte (the first is 0xA4) of the consonants that begin a
/// syllable, and of those that end one (0xD4: none). The vowels between follow each other.
const INITIALS: [u8; 19] =
    [0xA1, 0xA2, 0xA4, 0xA7, 0xA8, 0xA9, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE];
const FINALS: [u8; 28] = [
    0xD4, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB2, 0xB4,
    0xB5, 0xB6, 0xB7, 0xB8, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE,
];
const VOWELS: std::ops::RangeInclusive<u8> = 0xBF..=0xD3;
const FIRST_SYLLABLE: u32 = 0xAC00;

/// A syllable's eight bytes.
pub fn hangul_parts(point: u32) -> Option<[u8; 8]> {
    let at = point.checked_sub(FIRST_SYLLABLE)? as usize;
    let initial = INITIALS.get(at / 588)?;
    Some([0xA4, 0xD4, 0xA4, *initial, 0xA4, VOWELS.start() + (at % 588 / 28) as u8, 0xA4, FINALS[at % 28]])
}

/// The syllable that eight bytes are.
pub fn hangul_of_parts(bytes: &[u8]) -> Option<u32> {
    let &[0xA4, 0xD4, 0xA4, initial, 0xA4, vowel, 0xA4, last] = bytes.get(..8)? else { return None };
    let initial = INITIALS.iter().position(|b| *b == initial)?;
    let last = FINALS.iter().position(|b| *b == last)?;
    let vowel = VOWELS.contains(&vowel).then(|| usize::from(vowel - VOWELS.start()))?;
    Some(FIRST_SYLLABLE + (initial * 588 + vowel * 28 + last) as u32)
}
