//! Lines of a program's text by themselves, as far as they tell something without being parsed.

/// The line of a text, numbered from 1; None: it has none of that number.
pub fn numbered(text: &str, number: u32) -> Option<&str> {
    text.lines().nth((number as usize).checked_sub(1)?)
}

/// The blanks that a line begins with.
pub fn indentation(line: &str) -> &str {
    &line[..indent(line)]
}

/// How many bytes of blanks a line begins with.
pub fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a character may stand in a name (nearly XID_Continue of UAX 31, by which Python names go).
pub fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether a line has a word by itself: not as a part of another one, nor as an attribute.
pub fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(|c| is_of_name(c) || c == '.') && !line[at + word.len()..].starts_with(is_of_name)
    })
}
