//! Source read piece by piece: strings and comments whole, all else character by character. What looks for brackets, signs
//! and ends of lines does not find those that are text.

/// The pieces of a text, each with the byte at which it begins.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0 }
}

pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    /// What has not been read yet.
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Passes over so many bytes.
    pub fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest();
        let length = match rest.chars().next()? {
            quote @ ('"' | '\'') => string(rest, quote),
            '#' => rest.find('\n').unwrap_or(rest.len()),
            // The end of a line that goes on.
            '\\' if rest[1..].starts_with('\n') => 2,
            other => other.len_utf8(),
        };
        let at = self.at;
        self.pass(length);
        Some((at, &rest[..length]))
    }
}

/// A line up to its comment. A `#` within quotes begins none.
pub(super) fn without_comment(line: &str) -> &str {
    let comment = pieces(line).find(|(_, piece)| piece.starts_with('#'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// How long the string literal is that begins a text; an unclosed one ends with its line.
fn string(text: &str, quote: char) -> usize {
    let three = [quote; 3].iter().collect::<String>();
    if let Some(inner) = text.strip_prefix(&*three) {
        return inner.find(&*three).map_or(text.len(), |at| at + 6);
    }
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_whole() {
        let all: Vec<&str> = pieces("f('a\\'(', \"\"\"\n)\"\"\") # (\n\\\n'b\n").map(|(_, piece)| piece).collect();
        assert_eq!(all, ["f", "(", "'a\\'('", ",", " ", "\"\"\"\n)\"\"\"", ")", " ", "# (", "\n", "\\\n", "'b", "\n"]);
    }
    #[test]
    fn a_comment_does_not_begin_in_a_string() {
        assert_eq!(without_comment("raise  # again"), "raise  ");
        assert_eq!(without_comment("print('#1', \"\\\"#\")# x"), "print('#1', \"\\\"#\")");
    }
}
