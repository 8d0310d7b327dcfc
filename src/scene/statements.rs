//! Where statements, brackets and arguments begin and end, as far as strings, brackets and comments tell.

use super::pieces::pieces;

/// For each line up to `last` (from 0), the line in which its statement begins.
pub(super) fn beginnings(lines: &[&str], last: usize) -> Vec<usize> {
    let text = lines[..lines.len().min(last + 1)].join("\n");
    let (mut begins, mut statement, mut depth) = (vec![0], 0, 0usize);
    for (_, piece) in pieces(&text) {
        for _ in piece.matches('\n') {
            if piece == "\n" && depth == 0 {
                statement = begins.len();
            }
            begins.push(statement);
        }
        depth = deeper(depth, piece);
    }
    begins
}

/// Where the brackets open that a text does not close.
pub(super) fn left_open(text: &str) -> Vec<usize> {
    let mut open = Vec::new();
    for (at, piece) in pieces(text) {
        match piece {
            "(" | "[" | "{" => open.push(at),
            ")" | "]" | "}" => _ = open.pop(),
            _ => {}
        }
    }
    open
}

/// Where the brackets that open there are closed.
pub(super) fn end_of_call(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    pieces(&text[open..]).find_map(|(at, piece)| {
        depth = deeper(depth, piece);
        (depth == 0).then(|| open + at + piece.len())
    })
}

/// Where the argument that begins there ends; None: not in this text.
pub(super) fn end_of_argument(text: &str, at: usize) -> Option<usize> {
    let mut depth = 0;
    pieces(&text[at..]).find_map(|(index, piece)| {
        let ends = depth == 0 && matches!(piece, "," | ")");
        depth = deeper(depth, piece);
        ends.then_some(at + index)
    })
}

fn deeper(depth: usize, piece: &str) -> usize {
    match piece {
        "(" | "[" | "{" => depth + 1,
        ")" | "]" | "}" => depth.saturating_sub(1),
        _ => depth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_goes_on_in_brackets_strings_and_behind_backslashes() {
        let lines = ["f(", "  1,  # )", ")", "x = '''a", "(", "'''", "y = \\", "  2", "'('", "z"];
        assert_eq!(beginnings(&lines, 9), [0, 0, 0, 3, 3, 3, 6, 6, 8, 9]);
        assert_eq!(beginnings(&lines, 1), [0, 0]);
        assert_eq!(left_open("gather(f(1), [']'"), [6, 13]);
        assert!(left_open("x['('] = # (").is_empty());
        assert_eq!(end_of_call("f(a,  # )\n g())[0]", 1), Some(15));
        assert_eq!(end_of_call("f(a", 1), None);
    }
}
