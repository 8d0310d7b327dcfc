//! The names of characters. The table (`names.txt`, made by tests/tables/unicode_names.py, which says what its lines
//! are) is no part of the wasm: the page fetches it for a program that wants a name.

/// The page has not fetched the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unfetched;

#[cfg(not(target_arch = "wasm32"))]
fn table() -> Option<&'static str> {
    Some(include_str!("names.txt"))
}

#[cfg(target_arch = "wasm32")]
fn table() -> Option<&'static str> {
    TABLE.with(|table| table.get().copied())
}

#[cfg(target_arch = "wasm32")]
thread_local! {
    static TABLE: std::cell::OnceCell<&'static str> = const { std::cell::OnceCell::new() };
}

thread_local! {
    static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// The table, for somebody who asks for a name.
fn asked() -> Result<&'static str, Unfetched> {
    table().ok_or_else(|| {
        ASKED.set(true);
        Unfetched
    })
}

/// Whether a name has been asked for in vain since this was last asked.
pub fn asked_in_vain() -> bool {
    ASKED.take()
}

/// Takes `names.txt`, for all runs of this instance of the wasm. Elsewhere the table is part of the program.
pub fn provide(names: String) {
    #[cfg(target_arch = "wasm32")]
    TABLE.with(|table| _ = table.get_or_init(|| names.leak()));
    #[cfg(not(target_arch = "wasm32"))]
    drop(names);
}

/// Whether a program will want a name that is not there yet, as far as its source tells.
pub fn wanted(source: &str) -> bool {
    table().is_none() && (source.contains("\\N{") || source.contains("unicodedata"))
}

/// The character of a name or an alias, in capitals or not; `None` if there is none.
pub fn lookup(name: &str) -> Result<Option<char>, Unfetched> {
    let table = asked()?;
    let name = name.to_ascii_uppercase();
    if let Some(parts) = name.strip_prefix("HANGUL SYLLABLE ") {
        return Ok(syllable(parts));
    }
    Ok(find(table, |entry| match entry {
        Entry::Range(range) => range.lookup(&name),
        Entry::Alias(code, alias) if alias == name => char::from_u32(code),
        Entry::Name(code, own) if own == name => char::from_u32(code),
        Entry::Alias(..) | Entry::Name(..) => None,
    }))
}

/// What the table tells of.
enum Entry<'a> {
    Range(Range<'a>),
    /// Of a code point.
    Alias(u32, &'a str),
    Name(u32, &'a str),
}

/// The first `Some` that `f` gives.
fn find<R>(table: &str, f: impl Fn(Entry) -> Option<R>) -> Option<R> {
    let (mut code, mut current) = (0, String::new());
    for line in table.lines() {
        let mut rest = line.chars();
        let kind = rest.next();
        let rest = rest.as_str();
        let entry = match kind? {
            '|' => Entry::Range(Range::of(rest)?),
            '}' => {
                let (point, alias) = rest.split_once(' ')?;
                Entry::Alias(hexadecimal(point)?.into(), alias)
            }
            '~' => {
                code = hexadecimal(rest)?.into();
                continue;
            }
            shared => {
                current.truncate((shared as usize).saturating_sub(32));
                current.push_str(rest);
                code += 1;
                Entry::Name(code - 1, &current)
            }
        };
        let found = f(entry);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The name of a character, if it has one.
pub fn name(c: char) -> Result<Option<String>, Unfetched> {
    let table = asked()?;
    if let Some(name) = name_of_syllable(c) {
        return Ok(Some(name));
    }
    Ok(find(table, |entry| match entry {
        Entry::Range(range) => {
            (range.first..=range.last).contains(&c).then(|| format!("{}{:04X}", range.prefix, u32::from(c)))
        }
        Entry::Name(code, name) => (code == u32::from(c)).then(|| name.to_owned()),
        Entry::Alias(..) => None,
    }))
}

/// What follows `\N`: its character, and how many characters it takes. Else how many are wrong, and what of them.
pub fn braced(mut rest: impl Iterator<Item = char>) -> Result<(char, usize), Misnamed> {
    const MALFORMED: &str = "malformed \\N character escape";
    if rest.next() != Some('{') {
        return Err(Misnamed::Wrong(0, MALFORMED));
    }
    let (mut name, mut length, mut ended) = (String::new(), 1, false);
    for c in rest {
        ended = c == '}';
        if ended {
            break;
        }
        name.push(c);
        length += 1;
    }
    match lookup(&name) {
        _ if !ended || name.is_empty() => Err(Misnamed::Wrong(length, MALFORMED)),
        Ok(Some(c)) => Ok((c, length + 1)),
        Ok(None) => Err(Misnamed::Wrong(length + 1, "unknown Unicode character name")),
        Err(Unfetched) => Err(Misnamed::Unfetched),
    }
}

/// Why an escape names no character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Misnamed {
    Unfetched,
    /// How many characters after `\N` are wrong, and why.
    Wrong(usize, &'static str),
}

fn hexadecimal(digits: &str) -> Option<char> {
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

/// Characters whose names are a prefix and their code point.
struct Range<'a> {
    first: char,
    last: char,
    prefix: &'a str,
}

impl<'a> Range<'a> {
    fn of(line: &'a str) -> Option<Range<'a>> {
        let mut parts = line.splitn(3, ' ');
        let (first, last, prefix) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Range { first: hexadecimal(first)?, last: hexadecimal(last)?, prefix })
    }

    fn lookup(&self, name: &str) -> Option<char> {
        let digits = name.strip_prefix(self.prefix)?;
        let found = hexadecimal(digits)?;
        ((4..=5).contains(&digits.len()) && (self.first..=self.last).contains(&found)).then_some(found)
    }
}

/// A Hangul syllable by what its name is made of (the Unicode Standard, 3.12).
fn syllable(parts: &str) -> Option<char> {
    let begins = |parts: &str, all: &[&str]| {
        let found = all.iter().enumerate().filter(|(_, part)| parts.starts_with(**part));
        found.max_by_key(|(_, part)| part.len()).map(|(at, part)| (at, part.len()))
    };
    let (lead, length) = begins(parts, &LEADS)?;
    let rest = &parts[length..];
    let (vowel, length) = begins(rest, &VOWELS)?;
    let tail = TAILS.iter().position(|tail| *tail == &rest[length..])?;
    char::from_u32(SYLLABLES + ((lead * VOWELS.len() + vowel) * TAILS.len() + tail) as u32)
}

fn name_of_syllable(c: char) -> Option<String> {
    let number = u32::from(c).checked_sub(SYLLABLES)? as usize;
    let (number, tail) = (number / TAILS.len(), TAILS[number % TAILS.len()]);
    let lead = LEADS.get(number / VOWELS.len())?;
    Some(format!("HANGUL SYLLABLE {lead}{}{tail}", VOWELS[number % VOWELS.len()]))
}

/// The first of them.
const SYLLABLES: u32 = 0xac00;
const LEADS: [&str; 19] =
    ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU",
    "YI", "I",
];
const TAILS: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
    "SS", "NG", "J", "C", "K", "T", "P", "H",
];

#[cfg(test)]
mod tests {
    use super::lookup;

    #[test]
    fn names_aliases_ranges_and_syllables_are_found() {
        let found = |name| lookup(name).ok().flatten();
        assert_eq!(found("BULLET"), Some('•'));
        assert_eq!(found("greek small letter alpha"), Some('α'));
        assert_eq!(found("LINE FEED"), Some('\n'));
        assert_eq!(found("CJK UNIFIED IDEOGRAPH-4E00"), Some('一'));
        assert_eq!(found("HANGUL SYLLABLE GAG"), Some('각'));
        assert_eq!(found("HANGUL SYLLABLE A"), Some('아'));
        assert_eq!(found("CJK UNIFIED IDEOGRAPH-FFFF"), None);
        assert_eq!(found("NO SUCH NAME"), None);
    }
}
